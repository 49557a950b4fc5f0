package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.details;
import static dev.darkroom.local.states.execution.Trial.history;
import static dev.darkroom.local.states.execution.Trial.json;
import static dev.darkroom.local.states.execution.Trial.output;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassStateTest {
  private final Trial trial = new Trial();

  @Test
  void passesItsInputOn() {
    Execution execution = trial.run("'A': {'Type': 'Pass', 'End': true}", "{'x': [1, null]}");

    assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(output(execution)).isEqualTo(json("{'x': [1, null]}"));
  }

  @Test
  void putsOutWhatOutputSays() {
    Execution execution =
        trial.run(
            "'A': {'Type': 'Pass', 'Output': {'y': '{% $states.input.x * 2 %}'}, 'End': true}",
            "{'x': 4}");

    assertThat(output(execution)).isEqualTo(json("{'y': 8}"));
  }

  @Test
  void writesTheHistoryThatStepFunctionsWrites() {
    Execution execution =
        trial.run(
            "'A': {'Type': 'Pass', 'Assign': {'v': 1, 'w': 'x'}, 'Next': 'B'},"
                + "'B': {'Type': 'Succeed'}",
            "{}");

    assertThat(history(execution))
        .containsExactly(
            "1 0 ExecutionStarted",
            "2 0 PassStateEntered",
            "3 2 PassStateExited",
            "4 3 SucceedStateEntered",
            "5 4 SucceedStateExited",
            "6 5 ExecutionSucceeded");
    assertThat(details(execution, "ExecutionStarted"))
        .isEqualTo(
            json("{'input': '{}', 'inputDetails': {'truncated': false}, 'roleArn': 'arn:role'}"));
    assertThat(details(execution, "PassStateEntered"))
        .isEqualTo(json("{'input': '{}', 'inputDetails': {'truncated': false}, 'name': 'A'}"));
    assertThat(details(execution, "PassStateExited").get("assignedVariables").toString())
        .isEqualTo("{\"v\":\"1\",\"w\":\"\\\"x\\\"\"}");
    assertThat(execution.history().transitions()).isEqualTo(2);
  }
}
