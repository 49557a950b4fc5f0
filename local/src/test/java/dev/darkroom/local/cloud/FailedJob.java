package dev.darkroom.local.cloud;

import dev.darkroom.local.cli.ApiClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Jobs that fail though their files are good. */
final class FailedJob {
  private FailedJob() {}

  /** The id of a new job whose execution was stopped in DetectLabels. */
  static String stopped(RunningCloud running, ApiClient owner, Path photo)
      throws IOException, InterruptedException {
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
    try {
      String jobId = owner.upload(photo);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> owner.job(jobId).contains("\"step\":\"Resize\""));
      String execution = running.executionOf(jobId).executionArn();
      running.states().stopExecution(stop -> stop.executionArn(execution));
      running.settled(owner, jobId);
      return jobId;
    } finally {
      running.cloud().rekognition().throttleNext(0);
    }
  }
}
