package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Rekognition at its quota is normal, not an error. */
@ExtendWith(RunningCloud.class)
class ThrottlingIT {
  /** The SDK asks Rekognition twice, then the state machine is patient. */
  private static final int SDK_ATTEMPTS = 2;

  private final RunningCloud running = RunningCloud.get();

  @Test
  void aStepThatIsThrottledTwiceIsTriedAThirdTime() throws Exception {
    running.cloud().rekognition().throttleNext(2 * SDK_ATTEMPTS);
    String jobId = running.api().upload(Pictures.CAT);
    assertThat(running.notified(jobId).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(running.job(jobId).path("labels")).isNotEmpty();
    assertThat(failuresOf(jobId))
        .containsExactly("dev.darkroom.steps.Throttled", "dev.darkroom.steps.Throttled");
  }

  private List<String> failuresOf(String jobId) {
    return running.history(running.executionOf(jobId).executionArn()).stream()
        .filter(event -> event.type() == HistoryEventType.TASK_FAILED)
        .map(HistoryEvent::taskFailedEventDetails)
        .map(details -> details.error())
        .toList();
  }
}
