package dev.darkroom.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The state machine and the steps name the same things. */
class StateMachineTest {
  private static final Set<String> PERMANENT =
      Set.of(
          InvalidImage.class.getName(),
          DuplicateUpload.class.getName(),
          JobDeleted.class.getName());

  private static final Set<String> DEATHS =
      Set.of("Lambda.Unknown", "Runtime.ExitError", "Sandbox.Timedout", "States.Timeout");

  private final JsonNode states = definition().path("States");

  @Test
  void everyErrorOfOursIsAClass() {
    List<String> ours =
        errorNames("Retry", "Catch").stream()
            .filter(name -> name.startsWith("dev.darkroom."))
            .toList();
    assertThat(ours).isNotEmpty().allSatisfy(name -> assertThat(exception(name)).isTrue());
  }

  @Test
  void everyOtherErrorIsLambdasOrOfAProcessThatDied() {
    assertThat(errorNames("Retry", "Catch"))
        .allMatch(
            name ->
                name.startsWith("dev.darkroom.")
                    || name.startsWith("Lambda.")
                    || DEATHS.contains(name));
  }

  @Test
  void aStepWhoseProcessDiedIsTriedAgainTwice() {
    states.forEach(
        state -> {
          if (state.path("Type").asText().equals("Task")) {
            assertThat(retrier(state, "Sandbox.Timedout").path("ErrorEquals"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(DEATHS);
            assertThat(retrier(state, "Sandbox.Timedout").path("MaxAttempts").asInt()).isEqualTo(2);
          }
        });
  }

  @Test
  void rekognitionAtItsQuotaIsWaitedForForHours() {
    JsonNode throttled = retrier(states.path("DetectLabels"), Throttled.class.getName());
    assertThat(throttled.path("ErrorEquals")).as("counted for itself").hasSize(1);
    int longest = throttled.path("MaxAttempts").asInt() * throttled.path("MaxDelaySeconds").asInt();
    assertThat(Duration.ofSeconds(longest)).isGreaterThan(Duration.ofHours(8));
    assertThat(definition().path("TimeoutSeconds").asInt())
        .as("the retries end before the execution does")
        .isGreaterThan(longest);
  }

  @Test
  void permanentErrorsAreNotRetried() {
    assertThat(errorNames("Retry")).doesNotContainAnyElementsOf(PERMANENT);
  }

  @Test
  void systemFailuresAreNotCaught() {
    assertThat(errorNames("Catch")).isSubsetOf(PERMANENT);
  }

  @Test
  void everyStepIsAState() {
    assertThat(Arrays.stream(Step.values()).map(Step::stateName))
        .allMatch(states::has)
        .allMatch(name -> states.path(name).path("Type").asText().equals("Task"));
  }

  @Test
  void everyTaskHasATimeoutAndPatientRetries() {
    assertThat(definition().path("TimeoutSeconds").asInt()).isPositive();
    states.forEach(
        state -> {
          if (state.path("Type").asText().equals("Task")) {
            assertThat(state.path("TimeoutSeconds").asInt()).isPositive();
            state.path("Retry").forEach(StateMachineTest::isPatient);
            assertThat(names(state, "Retry"))
                .contains(
                    Throttled.class.getName(),
                    ServiceUnavailable.class.getName(),
                    "Lambda.TooManyRequestsException",
                    "Lambda.ServiceException");
          }
        });
  }

  @Test
  void whatIsMadeOfADeletedImageIsDiscardedWhateverStepIsNext() {
    for (Step step : Step.values()) {
      assertThat(states.path(step.stateName()).path("Catch"))
          .as(step.stateName())
          .anySatisfy(
              rule -> {
                assertThat(rule.path("ErrorEquals").get(0).asText())
                    .isEqualTo(JobDeleted.class.getName());
                assertThat(rule.path("Next").asText()).isEqualTo("Discard");
              });
    }
    assertThat(states.path("Discard").path("End").asBoolean()).isTrue();
  }

  private static JsonNode retrier(JsonNode state, String error) {
    for (JsonNode retrier : state.path("Retry")) {
      for (JsonNode name : retrier.path("ErrorEquals")) {
        if (name.asText().equals(error)) {
          return retrier;
        }
      }
    }
    throw new AssertionError(error + " is not retried.");
  }

  private static void isPatient(JsonNode retry) {
    assertThat(retry.path("BackoffRate").asDouble()).isGreaterThan(1);
    assertThat(retry.path("MaxDelaySeconds").asInt()).isPositive();
    assertThat(retry.path("MaxAttempts").asInt()).isPositive();
    assertThat(retry.path("JitterStrategy").asText()).isEqualTo("FULL");
  }

  private List<String> errorNames(String... fields) {
    List<String> names = new ArrayList<>();
    for (String field : fields) {
      states.forEach(state -> names.addAll(names(state, field)));
    }
    return names;
  }

  private static List<String> names(JsonNode state, String field) {
    List<String> names = new ArrayList<>();
    state
        .path(field)
        .forEach(rule -> rule.path("ErrorEquals").forEach(name -> names.add(name.asText())));
    return names;
  }

  private static boolean exception(String name) {
    try {
      return Throwable.class.isAssignableFrom(Class.forName(name));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static JsonNode definition() {
    try {
      return new ObjectMapper()
          .readTree(Path.of("../statemachine/process-image.asl.json").toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
