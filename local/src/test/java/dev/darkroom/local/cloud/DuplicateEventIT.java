package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Events come at least once, in any order; nothing is done twice. */
@ExtendWith(RunningCloud.class)
class DuplicateEventIT {
  private final RunningCloud running = RunningCloud.get();
  private Uploader uploader;

  @BeforeEach
  void join() throws Exception {
    uploader = Uploader.join(running);
  }

  @AfterEach
  void leave() {
    running.cloud().rekognition().throttleNext(0);
    uploader.close();
  }

  @Test
  void theSecondExecutionOfAnUploadEndsAtAlreadyProcessed() throws Exception {
    String jobId = uploader.upload(Pictures.CAT);
    String updated = uploader.after("Notify", jobId).path("updatedAt").asText();
    assertIsADuplicate(Execution.start(running, Execution.of(running, jobId).input()));
    assertThat(uploader.job(jobId).path("updatedAt").asText()).isEqualTo(updated);
    assertToldOnce(jobId, "COMPLETED");
  }

  @Test
  void aDuplicateWhileTheJobIsProcessedEndsAtAlreadyProcessed() throws Exception {
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
    String jobId = uploader.upload(Pictures.CAT);
    uploader.after("Resize", jobId);
    Execution first = Execution.of(running, jobId);
    assertIsADuplicate(Execution.start(running, first.input()));
    assertThat(uploader.job(jobId).path("status").asText()).isEqualTo("PROCESSING");
    running.cloud().rekognition().throttleNext(0);
    first.ended();
    assertToldOnce(jobId, "COMPLETED");
  }

  @Test
  void aDuplicateOfAFailedJobLeavesItToItsOwnExecution() throws Exception {
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
    String jobId = uploader.upload(Pictures.CAT);
    uploader.after("Resize", jobId);
    Execution first = Execution.of(running, jobId);
    running.states().stopExecution(stop -> stop.executionArn(first.arn()));
    uploader.settled(jobId);
    assertIsADuplicate(Execution.start(running, first.input()));
    assertToldOnce(jobId, "FAILED");
  }

  @Test
  void ofTwoExecutionsAtOnceOneProcesses() throws Exception {
    String jobId = uploader.upload(Pictures.ROCKET);
    String event = Execution.of(running, jobId).input();
    List<CompletableFuture<Execution>> others =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> Execution.start(running, event)))
            .limit(2)
            .toList();
    uploader.after("Notify", jobId);
    for (CompletableFuture<Execution> other : others) {
      assertThat(other.join().ended().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
    assertToldOnce(jobId, "COMPLETED");
  }

  @Test
  void anEarlierWritesEventThatComesLateEndsAtAlreadyProcessed() throws Exception {
    String jobId = uploader.upload(Pictures.CAT);
    uploader.after("Notify", jobId);
    Footprint before = uploader.footprint();
    String later = Execution.of(running, jobId).input();
    String earlier =
        later
            .replaceFirst(
                "\"etag\" *: *\"[^\"]+\"", "\"etag\":\"0123456789abcdef0123456789abcdef\"")
            .replaceFirst("\"sequencer\" *: *\"[^\"]+\"", "\"sequencer\":\"00\"");
    assertThat(earlier).isNotEqualTo(later);
    assertIsADuplicate(Execution.start(running, earlier));
    assertThat(uploader.footprint()).isEqualTo(before);
    assertToldOnce(jobId, "COMPLETED");
  }

  private static void assertIsADuplicate(Execution second) {
    assertThat(second.ended().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(second.states()).containsExactly("Validate", "AlreadyProcessed");
  }

  private void assertToldOnce(String jobId, String status) throws Exception {
    assertThat(uploader.mailsAbout(jobId)).isEqualTo(1);
    assertThat(uploader.told().statuses(jobId)).containsExactly(status);
    assertThat(uploader.job(jobId).path("status").asText()).isEqualTo(status);
  }
}
