package dev.darkroom.core.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Claim;
import dev.darkroom.core.Failure;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.Original;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Step;
import dev.darkroom.core.UploadEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;

class RedriveTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00.120Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final JobError ERROR =
      new JobError("STEP_FAILED", "It failed.", new Failure("DetectLabels", "Boom", "It broke."));

  private final JobRef ref = new JobRef("alice", JobIds.next());
  private final String execution = FakeStates.arn("e-1");
  private final InMemoryJobStore jobs = new InMemoryJobStore(CLOCK);
  private final FakeStates states = new FakeStates();
  private final Redrive redrive =
      new Redrive(states, jobs, FakeStates.MACHINE, "uploads-bucket", CLOCK);

  @Test
  void aFailedJobGoesOnAtTheStepThatFailed() {
    failed(ERROR);

    Redriven answer = redrive.redrive(ref);

    assertThat(answer.way()).isEqualTo(Way.RESUMED);
    assertThat(answer.reason()).isNull();
    assertThat(answer.step()).isEqualTo("DetectLabels");
    assertThat(answer.isNew()).isTrue();
    assertThat(states.redriven())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.executionArn()).isEqualTo(execution);
              assertThat(request.clientToken()).isEqualTo(ref.jobId() + "-1");
            });
    assertThat(answer.job()).isEqualTo(job());
    assertThat(job().status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(job().error()).isNull();
    assertThat(job().told()).isNull();
    assertThat(job().redrives()).isOne();
    assertThat(job().executionArn()).isEqualTo(execution);
  }

  @Test
  void whereTheFailedStepIsNotKnownItIsTheOneAfterTheLastThatFinished() {
    failed(new JobError("TIMED_OUT", "It failed."));

    assertThat(redrive.redrive(ref).step()).isEqualTo("DetectLabels");
  }

  @Test
  void theRecordComesBeforeTheExecution() {
    failed(ERROR);
    List<JobStatus> seen = new ArrayList<>();
    states.before(() -> seen.add(job().status()));

    redrive.redrive(ref);

    assertThat(seen).containsExactly(JobStatus.PROCESSING);
  }

  @Test
  void theSecondCallFindsItDone() {
    failed(ERROR);
    Redriven first = redrive.redrive(ref);
    Job before = job();

    Redriven second = redrive.redrive(ref);

    assertThat(second).isEqualTo(new Redriven(before, first.way(), null, first.step(), false));
    assertThat(job()).isEqualTo(before);
    assertThat(states.redriven()).hasSize(1);
  }

  @Test
  void ofCallsAtTheSameTimeOneDoesIt() throws Exception {
    failed(ERROR);
    int callers = 8;
    CyclicBarrier together = new CyclicBarrier(callers);
    Callable<Redriven> call =
        () -> {
          together.await();
          return redrive.redrive(ref);
        };
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    List<Redriven> answers = new ArrayList<>();
    try {
      for (Future<Redriven> each :
          threads.invokeAll(java.util.Collections.nCopies(callers, call))) {
        answers.add(each.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(answers).extracting(Redriven::way).containsOnly(Way.RESUMED);
    assertThat(answers).filteredOn(Redriven::isNew).hasSize(1);
    assertThat(states.redriven()).hasSize(1);
    assertThat(job().redrives()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "Execution redrivable period exceeded., EXECUTION_TOO_OLD",
    "Execution history event limit exceeded., EXECUTION_ENDED",
    "Execution has exceeded the max execution time., EXECUTION_ENDED"
  })
  void anExecutionThatCannotGoOnIsReplaced(String why, Reason reason) {
    failed(ERROR);
    states.notRedrivable(execution, why);

    assertRestarted(redrive.redrive(ref), reason, 1);
    assertThat(states.redriven()).isEmpty();
  }

  @Test
  void anExecutionOfAnotherDefinitionIsReplaced() {
    failed(ERROR);
    states.deploy("revision-2");

    assertRestarted(redrive.redrive(ref), Reason.DEFINITION_CHANGED, 1);
  }

  @Test
  void anExecutionOfAnotherStateMachineIsReplaced() {
    failed(ERROR);
    states.ofMachine(execution, FakeStates.MACHINE + "-before");

    assertRestarted(redrive.redrive(ref), Reason.DEFINITION_CHANGED, 1);
  }

  @Test
  void anExecutionThatNobodyKnowsIsReplaced() {
    claimed();
    jobs.fail(claim(), 0, ERROR);

    assertRestarted(redrive.redrive(ref), Reason.EXECUTION_GONE, 1);
  }

  @Test
  void anExecutionThatSucceededIsReplaced() {
    failed(ERROR);
    states.ended(execution, ExecutionStatus.SUCCEEDED, "{}");

    assertRestarted(redrive.redrive(ref), Reason.EXECUTION_ENDED, 1);
  }

  @Test
  void anExecutionThatSomebodyElseRedroveIsLeftAlone() {
    failed(ERROR);
    states.ended(execution, ExecutionStatus.RUNNING, "{}");

    Redriven answer = redrive.redrive(ref);

    assertThat(answer.way()).isEqualTo(Way.RESUMED);
    assertThat(job().status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(states.redriven()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"RUNNING", "SUCCEEDED"})
  void anExecutionThatSomebodyElseRedrivesMeanwhileIsLeftAlone(ExecutionStatus status) {
    failed(ERROR);
    states.before(() -> states.ended(execution, status, "{}"));

    assertThat(redrive.redrive(ref).way()).isEqualTo(Way.RESUMED);
    assertThat(job().executionArn()).isEqualTo(execution);
    assertThat(job().redrives()).isOne();
  }

  @Test
  void anExecutionWhoseTimeIsOverMeanwhileIsReplaced() {
    failed(ERROR);
    states.before(
        () -> {
          states.before(() -> {});
          states.notRedrivable(execution, "Execution redrivable period exceeded.");
        });

    assertRestarted(redrive.redrive(ref), Reason.EXECUTION_TOO_OLD, 2);
  }

  @Test
  void whatCouldNotBeResumedIsFailedAsBeforeAndRedrivable() {
    failed(ERROR);
    jobs.told(ref, execution, JobStatus.FAILED);
    states.before(RedriveTest::throttled);

    assertThatThrownBy(() -> redrive.redrive(ref)).isInstanceOf(SfnException.class);

    assertThat(job().status()).isEqualTo(JobStatus.FAILED);
    assertThat(job().error()).isEqualTo(ERROR);
    assertThat(job().isUntold()).isFalse();
    states.before(() -> {});
    assertThat(redrive.redrive(ref).way()).isEqualTo(Way.RESUMED);
    assertThat(states.redriven()).hasSize(1);
    assertThat(states.redriven().get(0).clientToken()).isEqualTo(ref.jobId() + "-2");
  }

  @Test
  void whatCouldNotBeRestartedIsFailedAndRedrivable() {
    failed(ERROR);
    states.deploy("revision-2");
    states.before(RedriveTest::throttled);

    assertThatThrownBy(() -> redrive.redrive(ref)).isInstanceOf(SfnException.class);

    assertThat(job().status()).isEqualTo(JobStatus.FAILED);
    assertThat(job().isUntold()).as("nobody was told before").isTrue();
    states.before(() -> {});
    assertRestarted(redrive.redrive(ref), Reason.EXECUTION_GONE, 2);
  }

  @Test
  void aResumptionWhoseAnswerIsLostIsNotBegunTwice() {
    failed(ERROR);
    states.after(RedriveTest::lost);
    assertThatThrownBy(() -> redrive.redrive(ref)).isInstanceOf(SdkClientException.class);
    assertThat(job().status()).isEqualTo(JobStatus.FAILED);

    assertThat(redrive.redrive(ref).way()).isEqualTo(Way.RESUMED);

    assertThat(states.redriven()).hasSize(1);
  }

  @Test
  void aResumptionWhoseAnswerIsLostSettlesItsJob() {
    failed(ERROR);
    states.after(RedriveTest::lost);
    assertThatThrownBy(() -> redrive.redrive(ref)).isInstanceOf(SdkClientException.class);

    jobs.settle(ref, execution, rejected());

    assertThat(job().status()).isEqualTo(JobStatus.REJECTED);
  }

  @Test
  void aRestartWhoseAnswerIsLostIsNotBegunTwice() {
    failed(ERROR);
    states.deploy("revision-2");
    states.after(RedriveTest::lost);
    assertThatThrownBy(() -> redrive.redrive(ref)).isInstanceOf(SdkClientException.class);

    assertThat(redrive.redrive(ref).way()).isEqualTo(Way.RESUMED);

    assertThat(states.started()).hasSize(1);
    assertThat(states.redriven()).isEmpty();
  }

  @Test
  void whatHasEndedMeanwhileIsNotUndone() {
    failed(ERROR);
    states.after(
        () -> {
          jobs.settle(ref, execution, rejected());
          lost();
        });

    assertThatThrownBy(() -> redrive.redrive(ref))
        .isInstanceOf(SdkClientException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(job().status()).isEqualTo(JobStatus.REJECTED);
  }

  @Test
  void aNewExecutionThatIsThereAlreadyIsTheOneThatWasAskedFor() {
    failed(ERROR);
    states.deploy("revision-2");
    String arn = FakeStates.arn(ref.jobId() + "-1");
    states.before(() -> states.ended(arn, ExecutionStatus.FAILED, "{}"));

    Redriven answer = redrive.redrive(ref);

    assertThat(answer.way()).isEqualTo(Way.RESTARTED);
    assertThat(job().executionArn()).isEqualTo(arn);
  }

  @Test
  void whatAProcessThatDiedBehindTheRecordLeftUndoneTheNextCallDoes() {
    failed(ERROR);
    states.before(RedriveTest::killed);

    assertThatThrownBy(() -> redrive.redrive(ref)).isInstanceOf(Killed.class);

    assertThat(job().status())
        .as("in flight, with an execution that FAILED")
        .isEqualTo(JobStatus.PROCESSING);
    assertThat(job().executionArn()).isEqualTo(execution);
    assertThat(states.redriven()).isEmpty();
    states.before(() -> {});

    assertThat(redrive.redrive(ref)).as("the next call").isEqualTo(Redriven.before(job()));

    assertThat(states.redriven())
        .singleElement()
        .satisfies(request -> assertThat(request.clientToken()).isEqualTo(ref.jobId() + "-1"));
    assertThat(job().redrives()).isOne();
  }

  @Test
  void aResumptionThatHasFailedAgainUnheardIsToldAsItWas() {
    failed(ERROR);
    redrive.redrive(ref);
    states.ended(execution, ExecutionStatus.FAILED, "{}");
    states.notRedrivable(execution, "Execution redrivable period exceeded.");

    assertThat(redrive.redrive(ref)).isEqualTo(Redriven.before(job()));
  }

  @Test
  void theSameOfANewExecution() {
    failed(ERROR);
    states.deploy("revision-2");
    states.before(RedriveTest::killed);

    assertThatThrownBy(() -> redrive.redrive(ref)).isInstanceOf(Killed.class);

    assertThat(job().status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(job().executionArn()).isEqualTo(FakeStates.arn(ref.jobId() + "-1"));
    assertThat(states.started()).isEmpty();
    states.before(() -> {});

    assertThat(redrive.redrive(ref)).as("the next call").isEqualTo(Redriven.before(job()));

    assertThat(states.started())
        .singleElement()
        .satisfies(start -> assertThat(start.name()).isEqualTo(ref.jobId() + "-1"));
  }

  @Test
  void theNewExecutionBeginsWithTheOriginal() {
    failed(ERROR);
    states.deploy("revision-2");

    redrive.redrive(ref);

    UploadEvent input = UploadEvent.read(states.started().get(0).input());
    assertThat(input.detail().bucket().name()).isEqualTo("uploads-bucket");
    assertThat(input.detail().object()).isEqualTo(new UploadEvent.S3Object(key(), 12, "tag", null));
    assertThat(input.ref()).isEqualTo(ref);
  }

  @Test
  void theSecondCallTellsARestartTooButNotWhy() {
    failed(ERROR);
    states.deploy("revision-2");
    redrive.redrive(ref);

    Redriven second = redrive.redrive(ref);

    assertThat(second.way()).isEqualTo(Way.RESTARTED);
    assertThat(second.reason()).isNull();
    assertThat(second.isNew()).isFalse();
  }

  @Test
  void aJobThatIsProcessedForTheFirstTimeIsLeftAlone() {
    claimed();

    Redriven answer = redrive.redrive(ref);

    assertThat(answer.way()).isNull();
    assertThat(answer.isNew()).isFalse();
    assertThat(job().redrives()).isZero();
  }

  @Test
  void aJobThatHasNotFailedIsRefused() {
    jobs.announce(Job.announced(ref, "cat.jpg", "image/jpeg", 12, NOW));
    assertThatThrownBy(() -> redrive.redrive(ref))
        .isInstanceOfSatisfying(
            NotFailed.class, e -> assertThat(e.status()).isEqualTo(JobStatus.AWAITING_UPLOAD));

    jobs.claim(claim());
    jobs.settle(ref, execution, rejected());
    assertThatThrownBy(() -> redrive.redrive(ref))
        .isInstanceOfSatisfying(
            NotFailed.class, e -> assertThat(e.status()).isEqualTo(JobStatus.REJECTED));
  }

  @Test
  void aJobThatIsGoneIsRefused() {
    assertThatThrownBy(() -> redrive.redrive(ref)).isInstanceOf(JobDeleted.class);
  }

  private void assertRestarted(Redriven answer, Reason reason, int redrives) {
    assertThat(answer.way()).isEqualTo(Way.RESTARTED);
    assertThat(answer.reason()).isEqualTo(reason);
    assertThat(answer.step()).isEqualTo("Validate");
    assertThat(states.started())
        .singleElement()
        .satisfies(
            start -> {
              assertThat(start.name()).isEqualTo(ref.jobId() + "-" + redrives);
              assertThat(start.stateMachineArn()).isEqualTo(FakeStates.MACHINE);
            });
    assertThat(job().status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(job().redrives()).isEqualTo(redrives);
    assertThat(job().executionArn()).isEqualTo(FakeStates.arn(ref.jobId() + "-" + redrives));
    assertThat(job().step()).isNull();
  }

  private void failed(JobError error) {
    claimed();
    jobs.finished(ref, execution, Step.RESIZE);
    jobs.fail(claim(), 0, error);
    states.ended(execution, ExecutionStatus.FAILED, "{}");
  }

  private void claimed() {
    jobs.announce(Job.announced(ref, "cat.jpg", "image/jpeg", 12, NOW));
    jobs.claim(claim());
  }

  private Claim claim() {
    return new Claim(ref, execution, new Original(key(), "tag"), "cat.jpg", 12, NOW);
  }

  private String key() {
    return ObjectKeys.original(ref, "cat.jpg");
  }

  private Job job() {
    return jobs.find(ref).orElseThrow();
  }

  private static Outcome rejected() {
    return Outcome.rejected(null, new JobError("TRUNCATED", "Upload it again."), NOW);
  }

  private static void throttled() {
    throw SfnException.builder().statusCode(400).message("Rate exceeded").build();
  }

  private static void lost() {
    throw SdkClientException.create("reset", new IOException("reset"));
  }

  private static void killed() {
    throw new Killed();
  }

  /** Ends what runs as the end of its process would: nothing comes after it. */
  private static final class Killed extends Error {}
}
