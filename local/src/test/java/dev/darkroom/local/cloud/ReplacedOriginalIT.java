package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.lambda.FunctionError;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run processes the very bytes of its event, or none: whatever becomes of the object. */
@ExtendWith(RunningCloud.class)
class ReplacedOriginalIT {
  private final RunningCloud running = RunningCloud.get();
  private Uploader uploader;
  private byte[] first;
  private byte[] second;

  @BeforeEach
  void join() throws Exception {
    uploader = Uploader.join(running);
    first = Pictures.halves("jpeg", 320, 200);
    second = Files.readAllBytes(Pictures.ROCKET);
  }

  @AfterEach
  void leave() {
    running.cloud().rekognition().throttleNext(0);
    uploader.close();
  }

  @Test
  void overwrittenBeforeValidateTheFirstWriteIsRejectedAndTheSecondIsProcessed() throws Exception {
    OperatorsObject object = OperatorsObject.heard(running, uploader, "photo.jpg");
    String lateEvent = object.eventOf(object.write(first), first);
    uploader.after("Notify", onlyJob("COMPLETED"));
    object.executionOf(object.write(second)).ended();
    Footprint before = uploader.footprint();
    assertThat(widths("COMPLETED")).containsExactlyInAnyOrder(320, 640);

    Execution late = Execution.start(running, lateEvent);
    late.ended();
    assertThat(late.states()).containsExactly("Validate", "Persist", "Notify");
    assertRejected(onlyJob("REJECTED"), "REPLACED");
    assertThat(uploader.footprint().objects()).isEqualTo(before.objects());
    assertThat(uploader.footprint().items()).containsAllEntriesOf(before.items());
  }

  @Test
  void overwrittenBetweenValidateAndResizeTheFileIsRejected() throws Exception {
    OperatorsObject object = OperatorsObject.unheard(running, uploader, "photo.jpg");
    RunByHand run = validated(object);
    object.write(second);
    assertRejectedByResize(run, "REPLACED");
  }

  @Test
  void overwrittenAfterResizeTheJobIsOfTheFirstBytes() throws Exception {
    OperatorsObject object = OperatorsObject.heard(running, uploader, "photo.jpg");
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
    String eTag = object.write(first);
    Execution execution = object.executionOf(eTag);
    String jobId = onlyJob("PROCESSING");
    uploader.after("Resize", jobId);
    object.write(second);
    running.cloud().rekognition().throttleNext(0);
    execution.ended();
    JsonNode job = uploader.settled(jobId);
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("width").asInt()).isEqualTo(320);
    String large = job.path("renditions").get(0).path("url").asText();
    assertThat(Pictures.decoded(uploader.api().fetch(large).body()).getWidth()).isEqualTo(320);
    assertThat(uploader.footprint().job(uploader.sub(), jobId).get("original").m().get("eTag").s())
        .isEqualTo(eTag);
  }

  @Test
  void anAnnouncedFileThatIsOverwrittenAfterResizeStaysOneJob() throws Exception {
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
    String jobId = uploader.upload(Pictures.CAT);
    Execution execution = Execution.of(running, jobId);
    uploader.after("Resize", jobId);
    String key = uploader.footprint().job(uploader.sub(), jobId).get("original").m().get("key").s();
    OperatorsObject object = new OperatorsObject(running, running.uploadsBucket(), key);
    Execution ofTheSecondWrite = object.executionOf(object.write(second));
    ofTheSecondWrite.ended();
    assertThat(ofTheSecondWrite.states()).containsExactly("Validate", "AlreadyProcessed");
    running.cloud().rekognition().throttleNext(0);
    execution.ended();
    assertThat(uploader.settled(jobId).path("width").asInt()).isEqualTo(451);
    assertThat(uploader.told().statuses(jobId)).containsExactly("COMPLETED");
  }

  @Test
  void overwrittenWithTheSameBytesItIsTheSamePhoto() throws Exception {
    OperatorsObject object = OperatorsObject.unheard(running, uploader, "photo.jpg");
    RunByHand run = validated(object);
    object.write(first);
    for (String step : RunByHand.STEPS.subList(1, RunByHand.STEPS.size())) {
      run.step(step);
    }
    JsonNode job = uploader.job(run.jobId());
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("width").asInt()).isEqualTo(320);
    assertThat(uploader.told().statuses(run.jobId())).containsExactly("COMPLETED");
  }

  @Test
  void deletedBeforeValidateTheFileIsRejected() throws Exception {
    OperatorsObject object = OperatorsObject.unheard(running, uploader, "photo.jpg");
    String event = object.eventOf(object.write(first), first);
    object.delete();
    Execution execution = Execution.start(running, event);
    execution.ended();
    assertThat(execution.states()).containsExactly("Validate", "Persist", "Notify");
    assertRejected(onlyJob("REJECTED"), "DELETED");
  }

  @Test
  void deletedBetweenValidateAndResizeTheFileIsRejected() throws Exception {
    OperatorsObject object = OperatorsObject.unheard(running, uploader, "photo.jpg");
    RunByHand run = validated(object);
    object.delete();
    assertRejectedByResize(run, "DELETED");
  }

  @Test
  void deletedAfterResizeTheJobCompletes() throws Exception {
    OperatorsObject object = OperatorsObject.heard(running, uploader, "photo.jpg");
    running.cloud().rekognition().throttleNext(Integer.MAX_VALUE);
    Execution execution = object.executionOf(object.write(first));
    String jobId = onlyJob("PROCESSING");
    uploader.after("Resize", jobId);
    object.delete();
    running.cloud().rekognition().throttleNext(0);
    execution.ended();
    assertThat(uploader.settled(jobId).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(uploader.told().statuses(jobId)).containsExactly("COMPLETED");
    assertThat(uploader.footprint().objects()).hasSize(3);
  }

  private RunByHand validated(OperatorsObject object) throws Exception {
    String pattern = running.api().upload(Pictures.CAT);
    running.notified(pattern);
    RunByHand run =
        new RunByHand(
            running, Execution.of(running, pattern), object.eventOf(object.write(first), first));
    run.step("Validate");
    return run;
  }

  private void assertRejectedByResize(RunByHand run, String code) throws Exception {
    FunctionError refusal = catchThrowableOfType(FunctionError.class, () -> run.step("Resize"));
    assertThat(refusal.errorType()).isEqualTo("dev.darkroom.steps.InvalidImage");
    run.reject(refusal);
    assertRejected(run.jobId(), code);
    assertThat(uploader.footprint().objects()).isEmpty();
  }

  private void assertRejected(String jobId, String code) throws Exception {
    JsonNode job = uploader.after("Notify", jobId);
    assertThat(job.path("status").asText()).isEqualTo("REJECTED");
    assertThat(job.path("error").path("code").asText()).isEqualTo(code);
    assertThat(job.path("renditions")).isEmpty();
    assertThat(uploader.told().statuses(jobId)).containsExactly("REJECTED");
    assertThat(uploader.mailsAbout(jobId)).isEqualTo(1);
  }

  private String onlyJob(String status) {
    List<JsonNode> jobs = uploader.jobs(status);
    assertThat(jobs).hasSize(1);
    return jobs.get(0).path("jobId").asText();
  }

  private List<Integer> widths(String status) {
    return uploader.jobs(status).stream().map(job -> job.path("width").asInt()).toList();
  }
}
