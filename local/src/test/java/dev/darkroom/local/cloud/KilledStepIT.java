package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** The process of a step dies while it works. */
@ExtendWith(RunningCloud.class)
class KilledStepIT {
  /** Each step is tried again twice. */
  private static final int ATTEMPTS = 3;

  @TempDir private Path folder;
  private final RunningCloud running = RunningCloud.get();
  private Uploader uploader;

  @BeforeEach
  void join() throws Exception {
    uploader = Uploader.join(running);
  }

  @AfterEach
  void leave() {
    uploader.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"keepPosition", "minConfidence"}) // Resize and DetectLabels are told it.
  void aStepWhoseProcessDiesIsRunAgain(String setting) throws Exception {
    String jobId = upload();
    kill(jobId, setting);
    assertThat(uploader.after("Notify", jobId).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(deaths(jobId)).isEqualTo(1);
    assertThat(uploader.told().ids(jobId)).containsExactly(jobId + "-COMPLETED-0");
    assertThat(uploader.footprint().objects()).hasSize(4);
  }

  @Test
  void aStepWhoseProcessDiesEachTimeFailsTheJobWhichCompletesOnceRedriven() throws Exception {
    String jobId = upload();
    for (int i = 0; i < ATTEMPTS; i++) {
      kill(jobId, "keepPosition");
    }
    JsonNode error = uploader.settled(jobId).path("error");
    assertThat(error.path("code").asText()).isEqualTo("STEP_FAILED");
    assertThat(error.path("step").asText()).isEqualTo("Resize");
    assertThat(error.path("errorName").asText()).isEqualTo("Runtime.ExitError");
    assertThat(Execution.of(running, jobId).ended().status()).isEqualTo(ExecutionStatus.FAILED);

    assertThat(uploader.api().status("POST", "/jobs/" + jobId + "/redrive")).isEqualTo(202);
    assertThat(uploader.after("Notify", jobId).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(uploader.told().ids(jobId))
        .containsExactly(jobId + "-FAILED-0", jobId + "-COMPLETED-1");
  }

  private String upload() throws Exception {
    byte[] large = Pictures.halves("jpeg", 4000, 3000);
    return uploader.upload(Pictures.file(folder, "large.jpg", large));
  }

  /** Waits until the step works on the job, and ends its process. */
  private void kill(String jobId, String setting) {
    Awaitility.await(setting + " of " + jobId)
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(
            () ->
                running
                    .cloud()
                    .functions()
                    .kill(
                        payload ->
                            payload.has(setting)
                                && payload.at("/photo/jobId").asText().equals(jobId)),
            killed -> killed == 1);
  }

  private long deaths(String jobId) {
    return running.history(Execution.of(running, jobId).arn()).stream()
        .filter(event -> event.type() == HistoryEventType.TASK_FAILED)
        .map(HistoryEvent::taskFailedEventDetails)
        .filter(failed -> failed.error().equals("Runtime.ExitError"))
        .count();
  }
}
