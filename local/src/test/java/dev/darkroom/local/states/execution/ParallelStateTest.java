package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.history;
import static dev.darkroom.local.states.execution.Trial.json;
import static dev.darkroom.local.states.execution.Trial.meet;
import static dev.darkroom.local.states.execution.Trial.output;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParallelStateTest {
  private final Trial trial = new Trial();

  @Test
  void givesTheOutputsInTheOrderOfTheBranches() {
    // Neither answers before both are called: they do run at once.
    CyclicBarrier both = new CyclicBarrier(2);
    for (String name : new String[] {"a", "b"}) {
      trial.functions.on(
          name,
          payload -> {
            meet(both);
            return json("'" + name + payload.get("n") + "'");
          });
    }

    Execution execution = trial.run(parallel("", task("a", ""), task("b", "")), "{'n': 3}");

    assertThat(output(execution)).isEqualTo(json("['a3', 'b3']"));
  }

  @Test
  void givesItsArgumentsToTheBranchesAndItsResultToItsOutput() {
    Execution execution =
        trial.run(
            parallel(
                "'Arguments': {'x': '{% $states.input.n + 1 %}'},"
                    + "'Output': '{% $sum($states.result.x) %}',",
                "'A': {'Type': 'Pass', 'End': true}", "'B': {'Type': 'Succeed'}"),
            "{'n': 3}");

    assertThat(output(execution)).isEqualTo(json("8"));
  }

  @Test
  void writesTheHistoryThatStepFunctionsWrites() {
    Execution execution = trial.run(parallel("", "'A': {'Type': 'Pass', 'End': true}"), "{}");

    assertThat(history(execution))
        .containsExactly(
            "1 0 ExecutionStarted",
            "2 0 ParallelStateEntered",
            "3 2 ParallelStateStarted",
            "4 3 PassStateEntered",
            "5 4 PassStateExited",
            "6 5 ParallelStateSucceeded",
            "7 5 ParallelStateExited",
            "8 7 ExecutionSucceeded");
  }

  @Test
  void failsWithTheFirstBranchThatFailsAndStopsTheOthers() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    trial.functions.on(
        "slow",
        payload -> {
          called.countDown();
          try {
            new CountDownLatch(1).await();
            return payload;
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        });
    trial.functions.on(
        "bad",
        payload -> {
          called.await();
          throw FakeFunctions.error("Bad", "no");
        });

    Execution execution = trial.run(parallel("", task("slow", ""), task("bad", "")), "{}");

    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(execution.error()).contains("Bad");
    assertThat(history(execution).subList(10, 14))
        .containsExactly(
            "11 10 TaskStateAborted",
            "12 10 TaskStateAborted",
            "13 10 ParallelStateFailed",
            "14 13 ExecutionFailed");
  }

  @Test
  void isTriedAgainAndCaughtAsAWhole() {
    trial.functions.failing("f", "Bad", "Bad");

    Execution execution =
        trial.run(
            parallel(
                    "'Retry': [{'ErrorEquals': ['Bad'], 'MaxAttempts': 1}],"
                        + "'Catch': [{'ErrorEquals': ['Bad'], 'Next': 'Caught'}],",
                    task("f", ""))
                + ", 'Caught': {'Type': 'Pass', 'Output': 'caught', 'End': true}",
            "{'n': 3}");

    assertThat(output(execution)).isEqualTo(json("'caught'"));
    assertThat(trial.functions.payloads()).hasSize(2);
  }

  @Test
  void canStandInsideAnother() {
    String inner = parallel("", "'A': {'Type': 'Pass', 'Output': 1, 'End': true}");

    Execution execution = trial.run(parallel("", inner.replace("'P'", "'Q'")), "{}");

    assertThat(output(execution)).isEqualTo(json("[[1]]"));
  }

  private static String parallel(String fields, String... branches) {
    StringBuilder flows = new StringBuilder();
    for (String branch : branches) {
      String name = branch.strip().substring(0, branch.strip().indexOf(':'));
      flows.append(flows.isEmpty() ? "" : ", ");
      flows.append("{'StartAt': " + name + ", 'States': {" + branch + "}}");
    }
    return "'P': {'Type': 'Parallel', " + fields + " 'Branches': [" + flows + "], 'End': true}";
  }

  private static String task(String function, String fields) {
    return "'"
        + function
        + "': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Arguments':"
        + " {'FunctionName': '"
        + function
        + "', 'Payload': '{% $states.input %}'},"
        + fields
        + " 'Output': '{% $states.result.Payload %}', 'End': true}";
  }
}
