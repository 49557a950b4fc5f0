package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.details;
import static dev.darkroom.local.states.execution.Trial.history;
import static dev.darkroom.local.states.execution.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FailStateTest {
  private final Trial trial = new Trial();

  @Test
  void endsTheExecutionWithItsErrorAndCause() {
    Execution execution =
        trial.run(
            "'F': {'Type': 'Fail', 'Error': 'Bad', 'Cause': '{% $states.input.why %}'}",
            "{'why': 'it is so'}");

    assertThat(execution.status()).isEqualTo(Status.FAILED);
    assertThat(history(execution))
        .containsExactly("1 0 ExecutionStarted", "2 0 FailStateEntered", "3 2 ExecutionFailed");
    assertThat(details(execution, "ExecutionFailed"))
        .isEqualTo(json("{'error': 'Bad', 'cause': 'it is so'}"));
  }

  @Test
  void fallsOverACauseThatIsNoString() {
    Execution execution = trial.run("'F': {'Type': 'Fail', 'Cause': '{% 1 %}'}", "{}");

    assertThat(execution.error()).contains("States.QueryEvaluationError");
  }

  @Test
  void keepsWhereItHappened() {
    Execution execution =
        trial.run(
            "'A': {'Type': 'Pass', 'Assign': {'v': 1}, 'Output': 'in', 'Next': 'F'},"
                + "'F': {'Type': 'Fail', 'Error': 'Bad'}",
            "{}");

    Place place = execution.history().outermost();
    assertThat(place.state()).isEqualTo("F");
    assertThat(place.inside()).isTrue();
    assertThat(place.data()).isEqualTo(json("'in'"));
    assertThat(place.variables()).isEqualTo(Map.of("v", json("1")));
  }
}
