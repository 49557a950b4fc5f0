package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.mail.Email;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing fails, each job's end is told once: on the topic, and by mail. */
@ExtendWith(RunningCloud.class)
class OneNotificationIT {
  @TempDir private Path folder;
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
  void aCompletedJobIsToldOnce() throws Exception {
    String jobId = uploader.upload(Pictures.CAT);
    Execution.of(running, jobId).ended();
    assertToldOnce(jobId, "COMPLETED");
  }

  @Test
  void aRejectedJobIsToldOnce() throws Exception {
    byte[] whole = Files.readAllBytes(Pictures.ROCKET);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    String jobId = uploader.upload(Pictures.file(folder, "half.jpg", half));
    Execution.of(running, jobId).ended();
    assertToldOnce(jobId, "REJECTED");
  }

  @Test
  void aFailedJobIsToldOnce() throws Exception {
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
    String jobId = uploader.upload(Pictures.CAT);
    uploader.after("Resize", jobId);
    String execution = Execution.of(running, jobId).arn();
    running.states().stopExecution(stop -> stop.executionArn(execution));
    uploader.settled(jobId);
    assertToldOnce(jobId, "FAILED");
  }

  @Test
  void aJobThatFailsAndIsRedrivenIsToldOfBothEndsUnderTwoIds() throws Exception {
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
    String jobId = uploader.upload(Pictures.CAT);
    uploader.after("Resize", jobId);
    String execution = Execution.of(running, jobId).arn();
    running.states().stopExecution(stop -> stop.executionArn(execution));
    uploader.settled(jobId);
    uploader.mailAbout(jobId);
    running.cloud().rekognition().throttleNext(0);

    assertThat(uploader.api().status("POST", "/jobs/" + jobId + "/redrive")).isEqualTo(202);
    assertThat(uploader.api().status("POST", "/jobs/" + jobId + "/redrive")).isIn(202, 409);
    JsonNode job = uploader.after("Notify", jobId);
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("error").isNull()).isTrue();
    assertThat(uploader.told().ids(jobId))
        .containsExactly(jobId + "-FAILED-0", jobId + "-COMPLETED-1");
    assertThat(uploader.mailsAbout(jobId)).isEqualTo(2);
  }

  private void assertToldOnce(String jobId, String status) throws Exception {
    Email mail = uploader.mailAbout(jobId);
    String id = jobId + "-" + status + "-0";
    assertThat(mail.body().lines()).contains("Message " + id);
    assertThat(uploader.told().ids(jobId)).containsExactly(id);
    assertThat(uploader.told().statuses(jobId)).containsExactly(status);
    assertThat(uploader.mailsAbout(jobId)).isEqualTo(1);
    assertThat(uploader.job(jobId).path("status").asText()).isEqualTo(status);
  }
}
