package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.lambda.FunctionError;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that runs twice, beside itself or after a later one leaves what one run leaves. */
@ExtendWith(RunningCloud.class)
class StepsAgainIT {
  private static final int AT_ONCE = 4;

  private final RunningCloud running = RunningCloud.get();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private Uploader uploader;

  @BeforeEach
  void join() throws Exception {
    uploader = Uploader.join(running);
  }

  @AfterEach
  void leave() {
    uploader.close();
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Resize", "DetectLabels", "Persist", "Notify"})
  void afterTheRunAStepChangesNothing(String step) throws Exception {
    String jobId = completed();
    StepCall call = Execution.of(running, jobId).calls().get(step);
    Footprint before = uploader.footprint();
    assertThat(before.objects()).hasSize(4);

    call.make(running);
    call.make(running);
    assertThat(uploader.footprint()).isEqualTo(before);
    inParallel(call);
    assertThat(uploader.footprint()).isEqualTo(before);
    assertThat(uploader.told().ids(jobId)).containsExactly(jobId + "-COMPLETED-0");
    assertThat(uploader.mailsAbout(jobId)).isEqualTo(1);
  }

  @Test
  void afterTheRunValidateFindsADuplicateAndChangesNothing() throws Exception {
    String jobId = completed();
    StepCall validate = Execution.of(running, jobId).calls().get("Validate");
    Footprint before = uploader.footprint();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> validate.make(running))
          .isInstanceOfSatisfying(
              FunctionError.class,
              error ->
                  assertThat(error.errorType()).isEqualTo("dev.darkroom.steps.DuplicateUpload"));
    }
    assertThat(uploader.footprint()).isEqualTo(before);
  }

  @Test
  void whatPeopleSaidSinceTheRunOutlivesAStepOfIt() throws Exception {
    String jobId = completed();
    JsonNode labels = uploader.job(jobId).path("labels");
    String found = labels.get(0).path("name").asText();
    assertThat(uploader.api().status("PUT", "/images/" + jobId + "/labels/whiskers"))
        .isEqualTo(200);
    assertThat(uploader.api().status("DELETE", "/images/" + jobId + "/labels/" + found))
        .isEqualTo(200);
    Footprint before = uploader.footprint();
    for (String step : List.of("Resize", "DetectLabels", "Persist")) {
      Execution.of(running, jobId).calls().get(step).make(running);
    }
    assertThat(uploader.footprint()).isEqualTo(before);
  }

  @Test
  void aRunWhoseStepsRunTwiceEachLeavesWhatOneRunLeaves() throws Exception {
    String jobId =
        leavesWhatOneRunLeaves(
            call -> {
              call.make(running);
              return call.make(running);
            });
    assertThat(uploader.told().ids(jobId)).containsExactly(jobId + "-COMPLETED-0");
  }

  @Test
  void aRunWhoseStepsRunBesideThemselvesLeavesWhatOneRunLeaves() throws Exception {
    String jobId = leavesWhatOneRunLeaves(this::inParallel);
    // Notify at the same moment may tell several times, of one thing.
    assertThat(uploader.told().ids(jobId)).isNotEmpty().containsOnly(jobId + "-COMPLETED-0");
  }

  @Test
  void aRunWhoseEarlierStepsRunAgainAfterEachStepLeavesWhatOneRunLeaves() throws Exception {
    List<StepCall> earlier = new ArrayList<>();
    String jobId =
        leavesWhatOneRunLeaves(
            call -> {
              JsonNode answer = call.make(running);
              for (StepCall again : earlier) {
                tolerating("dev.darkroom.steps.DuplicateUpload", again);
              }
              earlier.add(call);
              return answer;
            });
    assertThat(uploader.told().ids(jobId)).containsExactly(jobId + "-COMPLETED-0");
  }

  @FunctionalInterface
  private interface Caller {
    JsonNode call(StepCall call) throws Exception;
  }

  /** Gives the id of the job whose steps were called in some way. */
  private String leavesWhatOneRunLeaves(Caller caller) throws Exception {
    byte[] photo = Files.readAllBytes(Pictures.CAT);
    try (Uploader once = Uploader.join(running)) {
      OperatorsObject object = OperatorsObject.heard(running, once, "chelsea.png");
      Execution execution = object.executionOf(object.write(photo));
      execution.ended();
      String jobId = once.jobs("COMPLETED").get(0).path("jobId").asText();
      assertThat(once.told().statuses(jobId)).containsExactly("COMPLETED");
      Footprint wanted = once.footprint().named(names(once, jobId, execution.arn()));
      wanted.objects().keySet().removeIf(key -> key.startsWith(running.uploadsBucket()));

      RunByHand run = byHand(photo, execution, caller);
      Footprint left = uploader.footprint().named(names(uploader, run.jobId(), run.executionArn()));
      assertThat(left.items()).hasSizeGreaterThan(3).isEqualTo(wanted.items());
      assertThat(left.objects()).hasSize(3).isEqualTo(wanted.objects());
      return run.jobId();
    }
  }

  private RunByHand byHand(byte[] photo, Execution pattern, Caller caller) throws Exception {
    OperatorsObject object = OperatorsObject.unheard(running, uploader, "chelsea.png");
    RunByHand run = new RunByHand(running, pattern, object.eventOf(object.write(photo), photo));
    for (String step : RunByHand.STEPS) {
      run.keep(step, caller.call(run.call(step)));
    }
    return run;
  }

  private static Map<String, String> names(Uploader owner, String jobId, String executionArn) {
    return Map.of(owner.sub(), "OWNER", jobId, "JOB", executionArn, "EXECUTION");
  }

  private String completed() throws Exception {
    String jobId = uploader.upload(Pictures.CAT);
    assertThat(uploader.after("Notify", jobId).path("status").asText()).isEqualTo("COMPLETED");
    return jobId;
  }

  private JsonNode inParallel(StepCall call) throws Exception {
    List<Callable<JsonNode>> all = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      all.add(() -> call.make(running));
    }
    JsonNode answer = null;
    for (Future<JsonNode> each : threads.invokeAll(all)) {
      answer = each.get();
    }
    return answer;
  }

  private void tolerating(String errorType, StepCall call) throws Exception {
    try {
      call.make(running);
    } catch (FunctionError e) {
      assertThat(e.errorType()).isEqualTo(errorType);
    }
  }
}
