package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.history;
import static dev.darkroom.local.states.execution.Trial.json;
import static dev.darkroom.local.states.execution.Trial.output;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatchTest {
  private final Trial trial = new Trial();

  @Test
  void goesOnWithTheErrorAsOutput() {
    trial.functions.failing("f", "Bad");

    Execution execution = run("{'ErrorEquals': ['Bad'], 'Next': 'Caught'}", "");

    assertThat(output(execution).get("Error").textValue()).isEqualTo("Bad");
    assertThat(json(output(execution).get("Cause").textValue()).get("errorMessage").textValue())
        .isEqualTo("no");
    assertThat(history(execution))
        .containsSubsequence("5 4 TaskFailed", "6 5 TaskStateExited", "7 6 PassStateEntered");
  }

  @Test
  void putsOutAndAssignsWhatItSays() {
    trial.functions.failing("f", "Bad");

    Execution execution =
        run(
            """
            {'ErrorEquals': ['Other'], 'Next': 'Caught', 'Output': 'wrong'},
            {'ErrorEquals': ['States.ALL'], 'Next': 'Caught',
             'Output': {'was': '{% $states.errorOutput.Error %}', 'on': '{% $states.input %}'},
             'Assign': {'reason': '{% $parse($states.errorOutput.Cause).errorMessage %}'}}
            """,
            "'Output': '{% $merge([$states.input, {\\'reason\\': $reason}]) %}',");

    assertThat(output(execution)).isEqualTo(json("{'was': 'Bad', 'on': {}, 'reason': 'no'}"));
  }

  @Test
  void comesAfterTheRetries() {
    trial.functions.failing("f", "Bad", "Bad", "Bad", "Bad");

    Execution execution =
        run(
            "{'ErrorEquals': ['States.TaskFailed'], 'Next': 'Caught'}],"
                + " 'Retry': [{'ErrorEquals': ['Bad'], 'MaxAttempts': 2}",
            "");

    assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(trial.functions.payloads()).hasSize(3);
  }

  @Test
  void catchesWhatGoesWrongInTheStatesOwnOutput() {
    trial.functions.on("f", payload -> payload);

    Execution execution =
        run(
            "{'ErrorEquals': ['States.QueryEvaluationError'], 'Next': 'Caught'}],"
                + " 'Assign': {'x': '{% $states.result.absent %}'}, 'Retry': [",
            "");

    assertThat(output(execution).get("Error").textValue()).isEqualTo("States.QueryEvaluationError");
    assertThat(history(execution))
        .containsSubsequence("5 4 TaskSucceeded", "6 5 EvaluationFailed", "7 6 TaskStateExited");
  }

  @Test
  void doesNotCatchItsOwnErrors() {
    trial.functions.failing("f", "Bad");

    Execution execution =
        run(
            "{'ErrorEquals': ['States.ALL'], 'Next': 'Caught',"
                + " 'Output': '{% $states.result.x %}'}",
            "");

    assertThat(execution.error()).contains("States.QueryEvaluationError");
    assertThat(execution.cause())
        .hasValueSatisfying(c -> assertThat(c).contains("'Catch[0]/Output'"));
  }

  private Execution run(String catchers, String ofCaught) {
    String task =
        "'T': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',"
            + "'Arguments': {'FunctionName': 'f'}, 'End': true, 'Catch': ["
            + catchers
            + "]}, 'Caught': {'Type': 'Pass', "
            + ofCaught
            + " 'End': true}";
    return trial.run(task, "{}");
  }
}
