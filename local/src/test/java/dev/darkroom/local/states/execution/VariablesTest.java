package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.json;
import static dev.darkroom.local.states.execution.Trial.output;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariablesTest {
  private final Trial trial = new Trial();

  @Test
  void areReadAsTheyWereWhenTheStateWasEntered() {
    Execution execution =
        trial.run(
            """
            'A': {'Type': 'Pass', 'Assign': {'x': 1, 'y': 2}, 'Next': 'Swap'},
            'Swap': {'Type': 'Pass', 'Assign': {'x': '{% $y %}', 'y': '{% $x %}'},
              'Output': '{% [$x, $y] %}', 'Next': 'Show'},
            'Show': {'Type': 'Pass', 'Output': '{% [$states.input, $x, $y] %}', 'End': true}
            """,
            "{}");

    assertThat(output(execution)).isEqualTo(json("[1, 2, 2, 1]"));
  }

  @Test
  void canHoldNull() {
    Execution execution =
        trial.run(
            "'A': {'Type': 'Pass', 'Assign': {'x': null}, 'Next': 'B'},"
                + "'B': {'Type': 'Pass', 'Output': {'x': '{% $x %}'}, 'End': true}",
            "{}");

    assertThat(output(execution)).isEqualTo(json("{'x': null}"));
  }

  @Test
  void ofAFlowAreReadInsideAndThoseInsideAreNotSeenOutside() {
    Execution execution =
        trial.run(
            """
            'A': {'Type': 'Pass', 'Assign': {'x': 1}, 'Next': 'P'},
            'P': {'Type': 'Parallel', 'Next': 'Show', 'Branches': [
              {'StartAt': 'B', 'States': {
                'B': {'Type': 'Pass', 'Assign': {'inside': '{% $x + 1 %}'}, 'Next': 'C'},
                'C': {'Type': 'Pass', 'Output': '{% $inside %}', 'End': true}}}]},
            'Show': {'Type': 'Pass', 'Output': '{% [$states.input, $exists($inside)] %}',
              'End': true}
            """,
            "{}");

    assertThat(output(execution)).isEqualTo(json("[2, false]"));
  }
}
