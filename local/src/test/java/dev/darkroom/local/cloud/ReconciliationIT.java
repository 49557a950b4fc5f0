package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What nobody told Darkroom of is found by ReconcileJobs. The runs are made by hand: Step Functions
 * does not know them, and no event tells how they ended.
 */
@ExtendWith(RunningCloud.class)
class ReconciliationIT {
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
  void aJobWhoseExecutionIsLostFailsAndTheUploaderIsToldOnce() throws Exception {
    RunByHand run = stoppedAfter(1);
    reconcile();
    reconcile();
    JsonNode job = uploader.job(run.jobId());
    assertThat(job.path("status").asText()).isEqualTo("FAILED");
    assertThat(job.path("error").path("code").asText()).isEqualTo("EXECUTION_LOST");
    assertThat(uploader.told().ids(run.jobId())).containsExactly(run.jobId() + "-FAILED-0");
    assertThat(uploader.mailsAbout(run.jobId())).isEqualTo(1);
  }

  @Test
  void anOutcomeThatNotifyDidNotTellIsToldOnce() throws Exception {
    RunByHand run = stoppedAfter(4);
    assertThat(uploader.told().statuses(run.jobId())).isEmpty();
    reconcile();
    reconcile();
    assertThat(uploader.job(run.jobId()).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(uploader.told().ids(run.jobId())).containsExactly(run.jobId() + "-COMPLETED-0");
  }

  @Test
  void aLateStepOfAFailedJobIsMadeGood() throws Exception {
    RunByHand run = stoppedAfter(3);
    reconcile();
    assertThat(uploader.job(run.jobId()).path("status").asText()).isEqualTo("FAILED");
    run.step("Persist"); // An attempt that was given up, and was not dead.
    reconcile();
    assertThat(uploader.job(run.jobId()).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(uploader.job(run.jobId()).path("error").isNull()).isTrue();
    assertThat(uploader.told().ids(run.jobId()))
        .containsExactly(run.jobId() + "-FAILED-0", run.jobId() + "-COMPLETED-0");
  }

  @Test
  void anExecutionThatIsAtWorkIsLeftAlone() throws Exception {
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
    String jobId = uploader.upload(Pictures.CAT);
    uploader.after("Resize", jobId);
    reconcile();
    assertThat(uploader.job(jobId).path("status").asText()).isEqualTo("PROCESSING");
    running.cloud().rekognition().throttleNext(0);
    assertThat(uploader.after("Notify", jobId).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(uploader.told().statuses(jobId)).containsExactly("COMPLETED");
  }

  private RunByHand stoppedAfter(int steps) throws Exception {
    byte[] photo = Files.readAllBytes(Pictures.CAT);
    OperatorsObject object = OperatorsObject.unheard(running, uploader, "chelsea.png");
    String pattern = running.api().upload(Pictures.CAT);
    running.notified(pattern);
    RunByHand run =
        new RunByHand(
            running, Execution.of(running, pattern), object.eventOf(object.write(photo), photo));
    for (String step : RunByHand.STEPS.subList(0, steps)) {
      run.step(step);
    }
    return run;
  }

  private void reconcile() throws Exception {
    StepCall.reconciliation(running).make(running);
  }
}
