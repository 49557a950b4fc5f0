package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.lambda.FunctionError;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A deleted image leaves nothing behind, whatever goes on when it is deleted. */
@ExtendWith(RunningCloud.class)
class DeletionIT {
  private final RunningCloud running = RunningCloud.get();
  private ApiCalls api;

  @BeforeEach
  void signIn() throws Exception {
    api = new ApiCalls(running.apiUrl(), running.user().signIn());
  }

  @Test
  void anImageIsGoneWithItsObjects() throws Exception {
    String id = running.api().upload(Pictures.ROCKET);
    running.notified(id);
    assertThat(objects(id)).hasSize(4);
    assertThat(api.status("DELETE", "/images/" + id)).isEqualTo(204);
    assertThat(api.status("DELETE", "/images/" + id)).isEqualTo(204);
    assertThat(objects(id)).isEmpty();
    assertThat(api.status("GET", "/images/" + id)).isEqualTo(404);
    assertThat(api.status("GET", "/jobs/" + id)).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 30, 80, 150, 250, 400, 700})
  void nothingIsLeftWhenTheJobRuns(long millisAfterTheUpload) throws Exception {
    String id = running.api().upload(Pictures.CAT);
    Thread.sleep(millisAfterTheUpload);
    assertThat(api.status("DELETE", "/images/" + id)).isEqualTo(204);
    assertThat(Execution.of(running, id).ended().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(objects(id)).isEmpty();
    assertThat(api.status("GET", "/images/" + id)).isEqualTo(404);
  }

  @Test
  void aFileThatComesAfterTheDeletionIsDiscarded() throws Exception {
    JsonNode ticket = api.announce(Pictures.CAT);
    String id = ticket.path("jobId").asText();
    assertThat(api.status("DELETE", "/images/" + id)).isEqualTo(204);
    assertThat(api.put(ticket, Pictures.CAT)).isEqualTo(200);
    Execution execution = Execution.of(running, id);
    assertThat(execution.ended().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(execution.states()).containsExactly("Validate", "Discard");
    assertThat(objects(id)).isEmpty();
    assertThat(api.status("GET", "/images/" + id)).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void deletedBetweenTwoStepsNothingIsLeftAndNothingIsTold(int stepsBefore) throws Exception {
    try (Uploader uploader = Uploader.join(running)) {
      RunByHand run = runByHand(uploader);
      for (String step : RunByHand.STEPS.subList(0, stepsBefore)) {
        run.step(step);
      }
      String jobId = run.jobId();
      assertThat(uploader.api().status("DELETE", "/images/" + jobId)).isEqualTo(204);
      String next = RunByHand.STEPS.get(stepsBefore);
      assertThatThrownBy(() -> run.step(next))
          .isInstanceOfSatisfying(
              FunctionError.class,
              error -> assertThat(error.errorType()).isEqualTo("dev.darkroom.core.JobDeleted"));
      run.discard();
      run.discard();
      assertOnlyAMarkIsLeftForAWhile(uploader, jobId);
      assertThat(uploader.told().statuses(jobId)).isEmpty();
    }
  }

  @Test
  void aDuplicateEventAfterTheDeletionIsDiscarded() throws Exception {
    try (Uploader uploader = Uploader.join(running)) {
      String jobId = uploader.upload(Pictures.CAT);
      uploader.after("Notify", jobId);
      Execution first = Execution.of(running, jobId);
      assertThat(uploader.api().status("DELETE", "/images/" + jobId)).isEqualTo(204);
      Execution second = Execution.start(running, first.input());
      assertThat(second.ended().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(second.states()).containsExactly("Validate", "Discard");
      assertOnlyAMarkIsLeftForAWhile(uploader, jobId);
      assertThat(uploader.told().statuses(jobId)).containsExactly("COMPLETED");
    }
  }

  @Test
  void aFailedJobIsGoneWithItsObjects() throws Exception {
    try (Uploader uploader = Uploader.join(running)) {
      running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
      String jobId = uploader.upload(Pictures.CAT);
      uploader.after("Resize", jobId);
      String execution = Execution.of(running, jobId).arn();
      running.states().stopExecution(stop -> stop.executionArn(execution));
      uploader.settled(jobId);
      assertThat(uploader.api().status("DELETE", "/images/" + jobId)).isEqualTo(204);
      assertOnlyAMarkIsLeftForAWhile(uploader, jobId);
      assertThat(uploader.told().statuses(jobId)).containsExactly("FAILED");
    } finally {
      running.cloud().rekognition().throttleNext(0);
    }
  }

  @Test
  void anAnnouncedJobIsGoneBeforeItsFileComes() throws Exception {
    try (Uploader uploader = Uploader.join(running)) {
      String jobId = uploader.api().announce(Pictures.CAT).path("jobId").asText();
      assertThat(uploader.api().status("DELETE", "/images/" + jobId)).isEqualTo(204);
      assertThat(uploader.api().status("GET", "/jobs/" + jobId)).isEqualTo(404);
      assertOnlyAMarkIsLeft(uploader, jobId);
      assertThat(uploader.told().statuses(jobId)).isEmpty();
    }
  }

  /** As a Resize that was given up does, which is at work still. */
  @Test
  void whatALateStepWritesBehindTheDeletionGoesAsWell() throws Exception {
    try (Uploader uploader = Uploader.join(running)) {
      String jobId = uploader.upload(Pictures.CAT);
      uploader.after("Notify", jobId);
      assertThat(uploader.api().status("DELETE", "/images/" + jobId)).isEqualTo(204);
      running
          .s3()
          .putObject(
              put ->
                  put.bucket(running.cloud().outputs().get("RenditionsBucketName"))
                      .key("renditions/%s/%s/large.jpg".formatted(uploader.sub(), jobId)),
              RequestBody.fromString("late"));
      assertThat(uploader.footprint().objects()).hasSize(1);
      StepCall.reconciliation(running).make(running);
      assertOnlyAMarkIsLeft(uploader, jobId);
    }
  }

  private RunByHand runByHand(Uploader uploader) throws Exception {
    byte[] photo = Files.readAllBytes(Pictures.CAT);
    OperatorsObject object = OperatorsObject.unheard(running, uploader, "chelsea.png");
    String pattern = running.api().upload(Pictures.CAT);
    running.notified(pattern);
    return new RunByHand(
        running, Execution.of(running, pattern), object.eventOf(object.write(photo), photo));
  }

  /**
   * Of an image whose run was not over for long, the mark is in flight until ReconcileJobs looks.
   */
  private void assertOnlyAMarkIsLeftForAWhile(Uploader uploader, String jobId) throws Exception {
    Footprint left = uploader.footprint();
    assertThat(left.job(uploader.sub(), jobId)).containsKey("inFlight");
    assertNothingIsLeftBesideTheMark(left);
    StepCall.reconciliation(running).make(running);
    assertOnlyAMarkIsLeft(uploader, jobId);
  }

  private static void assertOnlyAMarkIsLeft(Uploader uploader, String jobId) {
    Footprint left = uploader.footprint();
    assertThat(left.job(uploader.sub(), jobId))
        .containsKey("deletedAt")
        .doesNotContainKeys("status", "inFlight", "original");
    assertNothingIsLeftBesideTheMark(left);
  }

  /** Counts of labels stay, at 0. */
  private static void assertNothingIsLeftBesideTheMark(Footprint left) {
    assertThat(left.objects()).isEmpty();
    assertThat(left.items().values())
        .filteredOn(item -> !item.containsKey("deletedAt"))
        .allSatisfy(item -> assertThat(item.get("images").n()).isEqualTo("0"));
  }

  private List<String> objects(String id) {
    String owner = running.user().user().sub();
    String renditions = running.cloud().outputs().get("RenditionsBucketName");
    return Stream.concat(
            keys(running.uploadsBucket(), "uploads/" + owner + "/" + id),
            keys(renditions, "renditions/" + owner + "/" + id))
        .toList();
  }

  private Stream<String> keys(String bucket, String prefix) {
    return running
        .s3()
        .listObjectsV2(list -> list.bucket(bucket).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key);
  }
}
