package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.details;
import static dev.darkroom.local.states.execution.Trial.history;
import static dev.darkroom.local.states.execution.Trial.json;
import static dev.darkroom.local.states.execution.Trial.meet;
import static dev.darkroom.local.states.execution.Trial.output;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapStateTest {
  private static final String PASS = "'A': {'Type': 'Pass', 'End': true}";

  private final Trial trial = new Trial();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "''                                                 | [3,1,2] | [3,1,2]",
        "''                                                 | []      | []",
        "'Items': '{% $sort($states.input) %}',             | [3,1,2] | [1,2,3]",
        "'Items': ['x', '{% $states.input[0] %}'],          | [3]     | ['x',3]",
        "'Output': '{% $sum($states.result) %}',            | [3,1,2] | 6",
        "'MaxConcurrency': 1,                               | [3,1,2] | [3,1,2]",
        "'MaxConcurrency': '{% $count($states.input) %}',   | [3,1,2] | [3,1,2]",
        "'ItemSelector': '{% $states.context.Map.Item.Value * $states.input[0] %}', | [3,1] | [9,3]",
        "'ItemSelector': {'i': '{% $states.context.Map.Item.Index %}'}, | [9,9] | [{'i':0},{'i':1}]",
      })
  void runsItsProcessorForEachItem(String fields, String input, String expected) {
    Execution execution = trial.run(map(fields.equals("''") ? "" : fields, PASS), input);

    assertThat(output(execution)).isEqualTo(json(expected));
  }

  @Test
  void tellsTheStatesInsideTheirItem() {
    Execution execution =
        trial.run(
            map(
                "",
                "'A': {'Type': 'Pass', 'Output': '{% $states.context.Map.Item.Index & ':' &"
                        .replace("':'", "$string($states.context.Map.Item.Value)")
                    + " $string($states.input) %}', 'End': true}"),
            "[7, 8]");

    assertThat(output(execution)).isEqualTo(json("['077', '188']"));
  }

  @Test
  void writesTheHistoryThatStepFunctionsWrites() {
    Execution execution = trial.run(map("'MaxConcurrency': 1,", PASS), "[5]");

    assertThat(history(execution))
        .containsExactly(
            "1 0 ExecutionStarted",
            "2 0 MapStateEntered",
            "3 2 MapStateStarted",
            "4 3 MapIterationStarted",
            "5 4 PassStateEntered",
            "6 5 PassStateExited",
            "7 6 MapIterationSucceeded",
            "8 7 MapStateSucceeded",
            "9 7 MapStateExited",
            "10 9 ExecutionSucceeded");
    assertThat(details(execution, "MapStateStarted")).isEqualTo(json("{'length': 1}"));
    assertThat(details(execution, "MapIterationStarted"))
        .isEqualTo(json("{'name': 'M', 'index': 0}"));
  }

  @Test
  void runsNoMoreAtOnceThanItMay() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    trial.functions.on(
        "f",
        payload -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          running.decrementAndGet();
          return payload;
        });

    Execution execution =
        trial.run(map("'Items': '{% [1..50] %}', 'MaxConcurrency': 3,", task()), "{}");

    assertThat(output(execution)).hasSize(50);
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void failsWithTheFirstItemThatFailsAndStartsNoMore() {
    trial.functions.on(
        "f",
        payload -> {
          if (payload.asInt() == 2) {
            throw FakeFunctions.error("Bad", "no");
          }
          return payload;
        });

    Execution execution = trial.run(map("'MaxConcurrency': 1,", task()), "[1, 2, 3]");

    assertThat(execution.error()).contains("Bad");
    assertThat(trial.functions.payloads()).containsExactly(json("1"), json("2"));
    assertThat(history(execution))
        .containsSubsequence(
            "15 14 TaskFailed",
            "16 15 MapIterationFailed",
            "17 15 TaskStateAborted",
            "18 15 MapStateFailed",
            "19 18 ExecutionFailed");
  }

  @Test
  void abortsTheIterationsThatStillRun() {
    CountDownLatch called = new CountDownLatch(1);
    trial.functions.on(
        "f",
        payload -> {
          if (payload.asInt() == 2) {
            called.await();
            throw FakeFunctions.error("Bad", "no");
          }
          called.countDown();
          new CountDownLatch(1).await();
          return payload;
        });

    Execution execution = trial.run(map("", task()), "[1, 2]");

    assertThat(details(execution, "MapIterationAborted")).isEqualTo(json("{'name':'M','index':0}"));
    assertThat(history(execution)).filteredOn(line -> line.endsWith("TaskStateAborted")).hasSize(2);
  }

  @RepeatedTest(50)
  void abortsNoIterationThatCameToItsEnd() {
    CyclicBarrier both = new CyclicBarrier(2);
    trial.functions.on(
        "f",
        payload -> {
          meet(both);
          if (payload.asInt() == 2) {
            throw FakeFunctions.error("Bad", "no");
          }
          return payload;
        });

    Execution execution = trial.run(map("", task()), "[1, 2]");

    boolean ended = history(execution).stream().anyMatch(line -> line.endsWith("TaskStateExited"));
    assertThat(history(execution))
        .filteredOn(line -> line.endsWith(" MapIterationAborted"))
        .hasSize(ended ? 0 : 1);
    assertThat(history(execution))
        .filteredOn(line -> line.endsWith(" MapIterationSucceeded"))
        .hasSize(ended ? 1 : 0);
  }

  @Test
  void failsOnItemsThatAreNoArray() {
    Execution execution = trial.run(map("'Items': '{% 1 %}',", PASS), "{}");

    assertThat(execution.error()).contains("States.QueryEvaluationError");
  }

  private static String map(String fields, String states) {
    return "'M': {'Type': 'Map', "
        + fields
        + " 'ItemProcessor': {'ProcessorConfig': {'Mode': 'INLINE'}, 'StartAt': 'A', 'States': {"
        + states
        + "}}, 'End': true}";
  }

  private static String task() {
    return "'A': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Arguments':"
        + " {'FunctionName': 'f', 'Payload': '{% $states.input %}'}, 'End': true}";
  }
}
