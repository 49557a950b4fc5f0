package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.history;
import static dev.darkroom.local.states.execution.Trial.json;
import static dev.darkroom.local.states.execution.Trial.output;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTest {
  private final Trial trial = new Trial();

  @Test
  void waitsLongerEachTimeUpToTheCap() {
    trial.functions.failing("f", "Busy", "Busy", "Busy", "Busy");

    Execution execution =
        run(
            "{'ErrorEquals': ['Busy'], 'IntervalSeconds': 2, 'BackoffRate': 3, 'MaxAttempts': 5,"
                + " 'MaxDelaySeconds': 20}");

    assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(trial.time.pauses())
        .containsExactly(seconds(2), seconds(6), seconds(18), seconds(20));
  }

  @Test
  void triesThreeTimesMoreByDefaultAfterOneTwoAndFourSeconds() {
    trial.functions.failing("f", "Busy", "Busy", "Busy", "Busy");

    Execution execution = run("{'ErrorEquals': ['States.ALL']}");

    assertThat(execution.error()).contains("Busy");
    assertThat(trial.time.pauses()).containsExactly(seconds(1), seconds(2), seconds(4));
  }

  @Test
  void writesEachAttemptDown() {
    trial.functions.failing("f", "Busy");

    Execution execution = run("{'ErrorEquals': ['Busy']}");

    assertThat(history(execution))
        .containsExactly(
            "1 0 ExecutionStarted",
            "2 0 TaskStateEntered",
            "3 2 TaskScheduled",
            "4 3 TaskStarted",
            "5 4 TaskFailed",
            "6 5 TaskScheduled",
            "7 6 TaskStarted",
            "8 7 TaskSucceeded",
            "9 8 TaskStateExited",
            "10 9 ExecutionSucceeded");
  }

  @Test
  void doesNotHappenForOtherErrorsNorWithoutAttempts() {
    trial.functions.failing("f", "Broken");

    Execution execution =
        run("{'ErrorEquals': ['Busy']}, {'ErrorEquals': ['Broken'], 'MaxAttempts': 0}");

    assertThat(execution.error()).contains("Broken");
    assertThat(trial.functions.payloads()).hasSize(1);
  }

  @Test
  void countsForEachRetrier() {
    trial.functions.failing("f", "A", "B", "A", "B");

    Execution execution =
        run(
            "{'ErrorEquals': ['A'], 'MaxAttempts': 2, 'IntervalSeconds': 1},"
                + "{'ErrorEquals': ['B'], 'MaxAttempts': 2, 'IntervalSeconds': 10}");

    assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(trial.time.pauses())
        .containsExactly(seconds(1), seconds(10), seconds(2), seconds(20));
  }

  @Test
  void tellsExpressionsItsCount() {
    trial.functions.failing("f", "Busy", "Busy");

    Execution execution = run("{'ErrorEquals': ['Busy']}");

    assertThat(output(execution)).isEqualTo(json("2"));
    assertThat(trial.functions.payloads()).containsExactly(json("0"), json("1"), json("2"));
  }

  private Execution run(String retriers) {
    return trial.run(
        """
        'T': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
          'Arguments': {'FunctionName': 'f', 'Payload': '{%% $states.context.State.RetryCount %%}'},
          'Output': '{%% $states.result.Payload %%}', 'Retry': [%s], 'End': true}
        """
            .formatted(retriers),
        "{}");
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
