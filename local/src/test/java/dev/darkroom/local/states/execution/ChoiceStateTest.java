package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.details;
import static dev.darkroom.local.states.execution.Trial.history;
import static dev.darkroom.local.states.execution.Trial.json;
import static dev.darkroom.local.states.execution.Trial.output;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceStateTest {
  private static final String STATES =
      """
      'Size': {'Type': 'Choice',
        'Choices': [
          {'Condition': '{% $states.input.n > 100 %}', 'Next': 'End', 'Output': 'large'},
          {'Condition': '{% $states.input.n > 10 %}', 'Next': 'End', 'Output': 'medium',
           'Assign': {'by': 'rule'}}],
        'Default': 'End', 'Output': 'small', 'Assign': {'by': 'default'}},
      'End': {'Type': 'Pass', 'Output': '{% $states.input & $by %}', 'End': true}
      """;

  private final Trial trial = new Trial();

  @ParameterizedTest
  // The first rule assigns nothing, and nothing is what & adds.
  @CsvSource({"101, large", "11, mediumrule", "1, smalldefault"})
  void takesTheFirstRuleThatHoldsOrTheDefault(int n, String expected) {
    assertThat(output(trial.run(STATES, "{'n': " + n + "}")).textValue()).isEqualTo(expected);
  }

  @Test
  void failsWhenNothingHoldsAndThereIsNoDefault() {
    Execution execution =
        trial.run(
            "'C': {'Type': 'Choice', 'Choices': [{'Condition': false, 'Next': 'E'}]},"
                + "'E': {'Type': 'Succeed'}",
            "{}");

    assertThat(execution.status()).isEqualTo(Status.FAILED);
    assertThat(execution.error()).contains("States.NoChoiceMatched");
    assertThat(history(execution))
        .containsExactly("1 0 ExecutionStarted", "2 0 ChoiceStateEntered", "3 2 ExecutionFailed");
  }

  @Test
  void failsOnAConditionThatIsNoBoolean() {
    Execution execution =
        trial.run(
            "'C': {'Type': 'Choice', 'Default': 'E',"
                + "'Choices': [{'Condition': '{% 1 %}', 'Next': 'E'}]},"
                + "'E': {'Type': 'Succeed'}",
            "{}");

    assertThat(execution.error()).contains("States.QueryEvaluationError");
    assertThat(details(execution, "EvaluationFailed").get("location"))
        .isEqualTo(json("'Choices[0]/Condition'"));
    assertThat(execution.cause())
        .hasValueSatisfying(
            cause ->
                assertThat(cause)
                    .startsWith(
                        "An error occurred while executing the state 'C' (entered at the event id"
                            + " #2).")
                    .contains("Expected 'boolean', but was 'number'"));
  }
}
