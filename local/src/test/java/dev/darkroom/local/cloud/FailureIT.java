package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.mail.Email;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A failure of the system is recorded and told; no job stays in process. */
@ExtendWith(RunningCloud.class)
class FailureIT {
  private final RunningCloud running = RunningCloud.get();

  @AfterEach
  void endThrottling() {
    running.cloud().rekognition().throttleNext(0);
  }

  @Test
  void aStoppedExecutionMakesTheJobFailed() throws Exception {
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
    String jobId = running.api().upload(Pictures.ROCKET);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> running.job(jobId).path("step").asText().equals("Resize"));
    String execution = running.executionOf(jobId).executionArn();
    running.states().stopExecution(stop -> stop.executionArn(execution));
    JsonNode job = running.settled(jobId);
    assertThat(job.path("status").asText()).isEqualTo("FAILED");
    assertThat(job.path("error").path("code").asText()).isEqualTo("ABORTED");
    assertThat(job.path("error").path("detail").asText()).contains("DetectLabels");
    Email email = running.user().mailAbout(jobId);
    assertThat(email.subject()).isEqualTo("Your photo rocket.jpg could not be processed");
  }
}
