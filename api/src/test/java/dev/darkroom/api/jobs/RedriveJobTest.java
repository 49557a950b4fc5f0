package dev.darkroom.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.Answer;
import dev.darkroom.api.Client;
import dev.darkroom.core.Claim;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.Original;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Step;
import dev.darkroom.core.redrive.FakeStates;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;

class RedriveJobTest {
  private static final String EXECUTION = FakeStates.arn("e-1");

  private final InMemoryJobStore jobs = Client.store();
  private final FakeStates states = new FakeStates();
  private final JobRef ref = new JobRef("alice", JobIds.next());
  private final Client anybody = Client.of(jobs, states);
  private final Client alice = anybody.as("alice", "[uploader]");

  @Test
  void aFailedJobGoesOnWhereItFailed() {
    failed();

    Answer answer = alice.redrive(ref.jobId());

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.headers()).containsEntry("location", "/api/jobs/" + ref.jobId());
    assertThat(answer.body())
        .isEqualTo(
            Answer.json(
                """
                {"jobId": "%s", "status": "PROCESSING", "redrive": "RESUMED", "reason": null,
                 "step": "DetectLabels"}
                """
                    .formatted(ref.jobId())));
    assertThat(alice.get(ref.jobId()).body().get("error").isNull()).isTrue();
    assertThat(alice.get(ref.jobId()).body().get("redrives").asInt()).isOne();
  }

  @Test
  void twiceIsAnsweredTheSame() {
    failed();

    Answer first = alice.redrive(ref.jobId());

    assertThat(alice.redrive(ref.jobId())).isEqualTo(first);
    assertThat(states.redriven()).hasSize(1);
  }

  @Test
  void anExecutionThatNobodyKnowsIsReplacedAndTheAnswerSaysSo() {
    failed();
    Client elsewhere = Client.of(jobs, new FakeStates()).as("alice");

    Answer answer = elsewhere.redrive(ref.jobId());

    assertThat(answer.text("redrive")).isEqualTo("RESTARTED");
    assertThat(answer.text("reason")).isEqualTo("EXECUTION_GONE");
    assertThat(answer.text("step")).isEqualTo("Validate");
  }

  @Test
  void anAdministratorRedrivesAnybodysJob() {
    failed();

    assertThat(anybody.as("root", "[admin]").redrive(ref.jobId()).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({"bob, [uploader]", "vera, [viewer]"})
  void aForeignJobIsAnsweredAsOneThatDoesNotExist(String sub, String groups) {
    failed();
    Client other = anybody.as(sub, groups);

    Answer foreign = other.redrive(ref.jobId());

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign).isEqualTo(other.redrive(JobIds.next()));
    assertThat(states.redriven()).isEmpty();
  }

  @Test
  void aDeletedJobIsNotFound() {
    failed();
    jobs.delete(ref);

    assertThat(alice.redrive(ref.jobId()).problem()).isEqualTo("not-found");
  }

  @Test
  void aJobThatHasNotFailedIsRefusedWithWhatToDo() {
    jobs.announce(Job.announced(ref, "cat.jpg", "image/jpeg", 12, Client.NOW));
    Answer awaiting = alice.redrive(ref.jobId());
    jobs.claim(claim());
    jobs.settle(
        ref,
        EXECUTION,
        Outcome.rejected(null, new JobError("TRUNCATED", "Upload it again."), Client.NOW));
    Answer rejected = alice.redrive(ref.jobId());

    assertThat(awaiting.status()).isEqualTo(409);
    assertThat(awaiting.problem()).isEqualTo("not-failed");
    assertThat(awaiting.text("detail")).contains("PUT it");
    assertThat(rejected.status()).isEqualTo(409);
    assertThat(rejected.text("detail")).contains("upload another file");
  }

  static Stream<RuntimeException> passing() {
    return Stream.of(
        SfnException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
            .build(),
        ExecutionLimitExceededException.builder().statusCode(400).build(),
        SfnException.builder().statusCode(500).build(),
        SdkClientException.create("reset", new IOException("reset")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void aBusyStepFunctionsLeavesTheJobRedrivable(RuntimeException busy) {
    failed();
    states.before(
        () -> {
          throw busy;
        });

    Answer answer = alice.redrive(ref.jobId());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("retry-after", "2");
    assertThat(jobs.find(ref).orElseThrow().status()).isEqualTo(JobStatus.FAILED);
    states.before(() -> {});
    assertThat(alice.redrive(ref.jobId()).status()).isEqualTo(202);
  }

  private void failed() {
    jobs.announce(Job.announced(ref, "cat.jpg", "image/jpeg", 12, Client.NOW));
    jobs.claim(claim());
    jobs.finished(ref, EXECUTION, Step.RESIZE);
    jobs.fail(claim(), 0, new JobError("STEP_FAILED", "Darkroom itself failed."));
    states.ended(EXECUTION, ExecutionStatus.FAILED, "{}");
  }

  private Claim claim() {
    return new Claim(
        ref,
        EXECUTION,
        new Original(ObjectKeys.original(ref, "cat.jpg"), "tag"),
        "cat.jpg",
        12,
        Client.NOW);
  }
}
