package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.history;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitStateTest {
  private final Trial trial = new Trial();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Seconds': 90                                    | 90",
        "'Seconds': '{% $states.input.n %}'               | 7",
        "'Timestamp': '2026-01-01T00:01:00Z'              | 60",
        "'Timestamp': '2026-01-01T01:00:30+01:00'         | 30",
        "'Timestamp': '{% $states.input.t %}'             | 10",
      })
  void waits(String field, int seconds) {
    Execution execution =
        trial.run(
            "'W': {'Type': 'Wait', " + field + ", 'End': true}",
            "{'n': 7, 't': '2026-01-01T00:00:10Z'}");

    assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(trial.time.pauses()).containsExactly(Duration.ofSeconds(seconds));
    assertThat(history(execution)).contains("2 0 WaitStateEntered", "3 2 WaitStateExited");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'Seconds': 0", "'Timestamp': '2025-12-31T00:00:00Z'"})
  void doesNotWaitForWhatHasPassed(String field) {
    trial.run("'W': {'Type': 'Wait', " + field + ", 'End': true}", "{}");

    assertThat(trial.time.pauses()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'Seconds': '{% -1 %}'", "'Seconds': '{% 1.5 %}'", "'Timestamp': '{% 'soon' %}'"})
  void failsOnWhatIsNoTime(String field) {
    Execution execution =
        trial.run("'W': {'Type': 'Wait', " + field.replace("'soon'", "1") + ", 'End': true}", "{}");

    assertThat(execution.error()).contains("States.QueryEvaluationError");
  }

  @Test
  void endsWhenTheExecutionIsStopped() throws Exception {
    Trial held = new Trial(ManualTime.holding());
    Execution execution = held.start("'W': {'Type': 'Wait', 'Seconds': 9, 'End': true}", "{}");
    held.time.awaitPause();

    execution.abort(Optional.of("Enough"), Optional.of("by hand"));

    assertThat(execution.status()).isEqualTo(Status.ABORTED);
    assertThat(execution.error()).contains("Enough");
    assertThat(execution.cause()).contains("by hand");
    assertThat(history(execution))
        .containsExactly("1 0 ExecutionStarted", "2 0 WaitStateEntered", "3 0 ExecutionAborted");
  }
}
