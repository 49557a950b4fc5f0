package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Rekognition at its quota is normal, not an error. */
@ExtendWith(RunningCloud.class)
class ThrottlingIT {
  private final RunningCloud running = RunningCloud.get();

  @AfterEach
  void endThrottling() {
    running.cloud().rekognition().throttleNext(0);
  }

  @Test
  void aStepThatIsThrottledTwiceIsTriedAThirdTime() throws Exception {
    running.cloud().rekognition().throttleNext(2);
    String jobId = running.api().upload(Pictures.CAT);
    assertThat(running.notified(jobId).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(running.job(jobId).path("labels")).isNotEmpty();
    assertThat(failuresOf(jobId))
        .containsExactly("dev.darkroom.steps.Throttled", "dev.darkroom.steps.Throttled");
  }

  @Test
  void aJobThatIsThrottledSaysThatItWaitsForLabels() throws Exception {
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
    String jobId = running.api().upload(Pictures.CAT);
    Awaitility.await("the job to wait")
        .atMost(Duration.ofSeconds(60))
        .until(() -> running.job(jobId).path("waitingFor").asText().equals("labels"));
    assertThat(running.job(jobId).path("status").asText()).isEqualTo("PROCESSING");
    running.cloud().rekognition().throttleNext(0);
    JsonNode job = running.notified(jobId);
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("waitingFor").isNull()).isTrue();
  }

  private List<String> failuresOf(String jobId) {
    return running.history(running.executionOf(jobId).executionArn()).stream()
        .filter(event -> event.type() == HistoryEventType.TASK_FAILED)
        .map(HistoryEvent::taskFailedEventDetails)
        .map(details -> details.error())
        .toList();
  }
}
