package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A failure of the system is recorded and told; no job stays in process. */
@ExtendWith(RunningCloud.class)
class FailureIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningCloud running = RunningCloud.get();
  private Uploader uploader;

  @BeforeEach
  void join() throws Exception {
    uploader = Uploader.join(running);
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
  }

  @AfterEach
  void leave() {
    running.cloud().rekognition().throttleNext(0);
    uploader.close();
  }

  @Test
  void aStoppedExecutionMakesTheJobFailed() throws Exception {
    String jobId = stopped();
    JsonNode job = uploader.job(jobId);
    assertThat(job.path("status").asText()).isEqualTo("FAILED");
    assertThat(job.path("error").path("code").asText()).isEqualTo("ABORTED");
    assertThat(job.path("error").path("detail").asText()).contains("DetectLabels");
    assertThat(job.path("error").path("step").asText()).isEqualTo("DetectLabels");
    assertThat(uploader.mailAbout(jobId).subject())
        .isEqualTo("Your photo rocket.jpg could not be processed");
  }

  @Test
  void aStepThatFailsMakesTheJobFailed() throws Exception {
    String jobId = heldAtDetectLabels();
    String prefix = "renditions/" + uploader.sub() + "/" + jobId + "/";
    running
        .s3()
        .deleteObject(
            delete -> delete.bucket(running.renditionsBucket()).key(prefix + "large.jpg"));
    running.cloud().rekognition().throttleNext(0);
    JsonNode job = uploader.settled(jobId);
    assertThat(job.path("status").asText()).isEqualTo("FAILED");
    assertThat(job.path("error").path("code").asText()).isEqualTo("STEP_FAILED");
    assertThat(job.path("error").path("detail").asText()).contains("DetectLabels");
    JsonNode error = job.path("error");
    assertThat(error.path("step").asText()).isEqualTo("DetectLabels");
    assertThat(error.path("errorName").asText()).endsWith("InvalidS3ObjectException");
    assertThat(error.path("cause").asText()).isNotBlank().doesNotContain("\n");
    assertThat(Execution.of(running, jobId).ended().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(uploader.told().statuses(jobId)).containsExactly("FAILED");
  }

  @Test
  void aFailureThatIsReportedAgainChangesNothing() throws Exception {
    String jobId = stopped();
    assertThat(uploader.told().statuses(jobId)).containsExactly("FAILED");
    Footprint before = uploader.footprint();
    StepCall recordFailure = recordFailureOf(jobId);
    recordFailure.make(running);
    recordFailure.make(running);
    assertThat(uploader.footprint()).isEqualTo(before);
    assertThat(uploader.told().ids(jobId)).containsExactly(jobId + "-FAILED-0");
  }

  @Test
  void aFailureThatIsReportedOfARunningExecutionChangesNothing() throws Exception {
    String jobId = heldAtDetectLabels();
    assertThat(recordFailureOf(jobId).make(running).path("done").asText()).isEqualTo("NOTHING");
    assertThat(uploader.job(jobId).path("status").asText()).isEqualTo("PROCESSING");
    running.cloud().rekognition().throttleNext(0);
    assertThat(uploader.after("Notify", jobId).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(uploader.told().statuses(jobId)).containsExactly("COMPLETED");
  }

  @Test
  void aFailureThatIsReportedOfACompletedJobChangesNothing() throws Exception {
    running.cloud().rekognition().throttleNext(0);
    String jobId = uploader.upload(Pictures.ROCKET);
    uploader.after("Notify", jobId);
    Footprint before = uploader.footprint();
    recordFailureOf(jobId).make(running);
    assertThat(uploader.footprint()).isEqualTo(before);
    assertThat(uploader.told().statuses(jobId)).containsExactly("COMPLETED");
  }

  private String stopped() throws Exception {
    String jobId = heldAtDetectLabels();
    String execution = Execution.of(running, jobId).arn();
    running.states().stopExecution(stop -> stop.executionArn(execution));
    uploader.settled(jobId);
    return jobId;
  }

  private String heldAtDetectLabels() throws Exception {
    String jobId = uploader.upload(Pictures.ROCKET);
    uploader.after("Resize", jobId);
    return jobId;
  }

  /** What the rule on failed executions calls. */
  private StepCall recordFailureOf(String jobId) throws Exception {
    ObjectNode event = JSON.createObjectNode();
    event.withObject("/detail").put("executionArn", Execution.of(running, jobId).arn());
    String function = running.cloud().outputs().get("RecordFailureFunctionName");
    return new StepCall(function, event);
  }
}
