package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.history;
import static dev.darkroom.local.states.execution.Trial.json;
import static dev.darkroom.local.states.execution.Trial.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A redriven execution goes on where it stood, and nothing that succeeded is done twice. */
class RedriveTest {
  private final Trial trial = new Trial();

  private static String task(String name, String function, String rest) {
    return "'NAME': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',"
            .replace("NAME", name)
        + " 'Arguments': {'FunctionName': 'F', 'Payload': '{% $states.input %}'},"
            .replace("'F'", "'" + function + "'")
        + " 'Output': '{% $states.result.Payload %}', "
        + rest
        + "}";
  }

  @Test
  void goesOnAtTheStateThatFailedWithItsInputAndItsVariables() {
    trial.functions.failing("f", "Bad");
    Execution execution =
        trial.run(
            "'A': {'Type': 'Pass', 'Assign': {'v': 1}, 'Output': {'x': 5}, 'Next': 'T'},"
                + task("T", "f", "'Next': 'Z'")
                + ", 'Z': {'Type': 'Pass', 'Output': '{% [$states.input.x, $v] %}', 'End': true}",
            "{}");
    assertThat(execution.status()).isEqualTo(Status.FAILED);

    trial.redrive(execution);

    assertThat(output(execution)).isEqualTo(json("[5, 1]"));
    assertThat(execution.error()).isEmpty();
    assertThat(execution.cause()).isEmpty();
    assertThat(history(execution))
        .containsExactly(
            "1 0 ExecutionStarted",
            "2 0 PassStateEntered",
            "3 2 PassStateExited",
            "4 3 TaskStateEntered",
            "5 4 TaskScheduled",
            "6 5 TaskStarted",
            "7 6 TaskFailed",
            "8 7 ExecutionFailed",
            "9 8 ExecutionRedriven",
            "10 9 TaskScheduled",
            "11 10 TaskStarted",
            "12 11 TaskSucceeded",
            "13 12 TaskStateExited",
            "14 13 PassStateEntered",
            "15 14 PassStateExited",
            "16 15 ExecutionSucceeded");
    assertThat(Trial.details(execution, "ExecutionRedriven"))
        .isEqualTo(json("{'redriveCount': 1}"));
  }

  @Test
  void failsAgainAndIsRedrivenAgain() {
    trial.functions.failing("f", "Bad", "Worse");
    Execution execution = trial.run(task("T", "f", "'End': true"), "7");

    trial.redrive(execution);
    assertThat(execution.status()).isEqualTo(Status.FAILED);
    assertThat(execution.error()).contains("Worse");
    trial.redrive(execution);

    assertThat(output(execution)).isEqualTo(json("7"));
    assertThat(execution.redriveCount()).isEqualTo(2);
  }

  @Test
  void countsItsRetriesFromNothing() {
    trial.functions.failing("f", "Busy", "Busy", "Busy", "Busy", "Busy");
    Execution execution =
        trial.run(
            task(
                "T",
                "f",
                "'End': true, 'Retry': [{'ErrorEquals': ['Busy'], 'MaxAttempts': 2,"
                    + " 'IntervalSeconds': 3, 'BackoffRate': 2}]"),
            "7");
    assertThat(execution.status()).isEqualTo(Status.FAILED);

    trial.redrive(execution);

    assertThat(output(execution)).isEqualTo(json("7"));
    assertThat(trial.time.pauses())
        .containsExactly(
            Duration.ofSeconds(3),
            Duration.ofSeconds(6),
            Duration.ofSeconds(3),
            Duration.ofSeconds(6));
  }

  @Test
  void hasItsWholeTimeAnew() {
    Trial slow = new Trial();
    Execution execution =
        slow.ended(
            slow.startMachine(
                "'TimeoutSeconds': 10, 'States': {"
                    + "'A': {'Type': 'Wait', 'Seconds': 6, 'Next': 'B'},"
                    + "'B': {'Type': 'Wait', 'Seconds': 6, 'Next': 'C'},"
                    + "'C': {'Type': 'Pass', 'End': true}}",
                "1"));
    assertThat(execution.status()).isEqualTo(Status.TIMED_OUT);

    slow.redrive(execution);

    assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void tellsExpressionsOfTheRedrive() {
    trial.functions.failing("f", "Bad");
    Execution execution =
        trial.run(
            task("T", "f", "'Next': 'Z'")
                + ", 'Z': {'Type': 'Pass', 'Output': '{% $states.context.Execution %}',"
                + " 'End': true}",
            "{}");

    JsonNode context = output(trial.redrive(execution));

    assertThat(context.path("RedriveCount").intValue()).isEqualTo(1);
    assertThat(context.path("RedriveTime").textValue()).isEqualTo("2026-01-01T00:00:00.000Z");
  }

  @Test
  void runsNoBranchOfAParallelAgainThatSucceeded() {
    CountDownLatch otherIsOver = new CountDownLatch(1);
    trial.functions.on("good", payload -> payload).on("flaky", failingOnceAfter(otherIsOver));
    Execution execution = trial.start(twoBranches("good", "flaky"), "{}");
    await()
        .until(
            () -> history(execution).stream().anyMatch(line -> line.endsWith("TaskStateExited")));
    otherIsOver.countDown();
    assertThat(trial.ended(execution).error()).contains("Bad");

    trial.redrive(execution);

    assertThat(output(execution)).isEqualTo(json("[[3], [3]]"));
    assertThat(trial.functions.calls()).containsExactlyInAnyOrder("good", "flaky", "flaky");
    assertThat(history(execution))
        .filteredOn(line -> line.endsWith("ParallelStateStarted"))
        .hasSize(1);
  }

  @Test
  void runsABranchOfAParallelAgainThatAnotherStopped() {
    CountDownLatch otherIsCalled = new CountDownLatch(1);
    CountDownLatch redriven = new CountDownLatch(1);
    trial
        .functions
        .on(
            "slow",
            payload -> {
              otherIsCalled.countDown();
              redriven.await();
              return payload;
            })
        .on("flaky", failingOnceAfter(otherIsCalled));
    Execution execution = trial.run(twoBranches("slow", "flaky"), "{}");
    assertThat(execution.error()).contains("Bad");
    redriven.countDown();

    trial.redrive(execution);

    assertThat(output(execution)).isEqualTo(json("[[3], [3]]"));
    assertThat(trial.functions.calls()).containsExactlyInAnyOrder("slow", "flaky", "slow", "flaky");
  }

  private static String twoBranches(String one, String other) {
    return "'P': {'Type': 'Parallel', 'End': true, 'Arguments': [3], 'Branches': ["
        + ("{'StartAt': 'A', 'States': {" + task("A", one, "'End': true") + "}},")
        + ("{'StartAt': 'B', 'States': {" + task("B", other, "'End': true") + "}}]}");
  }

  private static FakeFunctions.Body failingOnceAfter(CountDownLatch latch) {
    AtomicBoolean failed = new AtomicBoolean();
    return payload -> {
      latch.await();
      if (failed.compareAndSet(false, true)) {
        throw FakeFunctions.error("Bad", "no");
      }
      return payload;
    };
  }

  @Test
  void runsOnlyThoseItemsOfAMapAgainThatDidNotSucceed() {
    trial.functions.on(
        "f",
        payload -> {
          if (payload.intValue() == 30 && trial.functions.payloads().size() < 4) {
            throw FakeFunctions.error("Bad", "no");
          }
          return payload;
        });
    Execution execution =
        trial.run(
            "'M': {'Type': 'Map', 'Items': [10, 20, 30, 40], 'MaxConcurrency': 1, 'End': true,"
                + " 'ItemSelector': '{% $states.context.Map.Item.Value %}',"
                + " 'ItemProcessor': {'StartAt': 'I', 'States': {"
                + task("I", "f", "'End': true")
                + "}}}",
            "{}");
    assertThat(execution.status()).isEqualTo(Status.FAILED);

    trial.redrive(execution);

    assertThat(output(execution)).isEqualTo(json("[10, 20, 30, 40]"));
    assertThat(trial.functions.payloads())
        .containsExactly(json("10"), json("20"), json("30"), json("30"), json("40"));
    assertThat(history(execution)).filteredOn(line -> line.endsWith("MapStateStarted")).hasSize(1);
    assertThat(history(execution))
        .filteredOn(line -> line.endsWith("MapIterationStarted"))
        .hasSize(4);
  }

  @Test
  void runsAMapWhoseResultIsTooLargeAgainAsAWhole() {
    trial.functions.on("f", payload -> json("'" + "x".repeat(150 * 1024) + "'"));
    Execution execution =
        trial.run(
            "'M': {'Type': 'Map', 'Items': [1, 2], 'MaxConcurrency': 1, 'End': true,"
                + " 'ItemProcessor': {'StartAt': 'I', 'States': {"
                + task("I", "f", "'End': true")
                + "}}}",
            "{}");
    assertThat(execution.error()).contains("States.DataLimitExceeded");
    trial.functions.on("f", payload -> payload);

    trial.redrive(execution);

    assertThat(output(execution)).isEqualTo(json("[1, 2]"));
    assertThat(trial.functions.payloads()).hasSize(4);
  }

  @Test
  void takesAFailStateAgain() {
    Execution execution = trial.run("'A': {'Type': 'Fail', 'Error': 'E'}", "{}");

    trial.redrive(execution);

    assertThat(execution.error()).contains("E");
    assertThat(execution.redriveCount()).isEqualTo(1);
  }

  @Test
  void doesNotHearWhatAnEarlierRunStillHasToSay() {
    Execution execution = trial.run("'A': {'Type': 'Fail', 'Error': 'E'}", "{}");
    Place before = execution.history().outermost();
    execution.redrive(Optional.empty());
    int events = execution.history().size();

    Entry late = new Entry(Instant.EPOCH, 1, "TaskStateAborted", History.nothing());
    execution.history().add(0, before, late);
    execution.fail(0, new StatesError("Late", null), 1);
    execution.timeOut(0);

    assertThat(execution.status()).isEqualTo(Status.RUNNING);
    assertThat(execution.history().size()).isEqualTo(events);
  }

  @Test
  void isNotRedrivenWhileItRunsNorAfterItSucceeded() {
    Execution execution = trial.run("'A': {'Type': 'Fail', 'Error': 'E'}", "{}");
    assertThat(execution.notRedrivable()).isEmpty();
    execution.redrive(Optional.of("one"));

    assertThatThrownBy(() -> execution.redrive(Optional.of("two")))
        .isInstanceOf(NotRedrivable.class)
        .hasMessage("Execution is RUNNING and cannot be redriven");

    Execution good = trial.run("'A': {'Type': 'Pass', 'End': true}", "{}");
    assertThat(good.notRedrivable()).contains("Execution is SUCCEEDED and cannot be redriven");
  }

  @Test
  void isNotRedrivenLaterThanFourteenDaysAfterItsEnd() {
    Execution execution = trial.run("'A': {'Type': 'Fail', 'Error': 'E'}", "{}");

    trial.time.advance(Duration.ofDays(14));
    assertThat(execution.notRedrivable()).isEmpty();
    trial.time.advance(Duration.ofSeconds(1));

    assertThat(execution.notRedrivable()).contains("Execution redrivable period exceeded");
  }

  @Test
  void isNotRedrivenWithAFullHistoryOrAfterAYear() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Instant end = start.plus(Duration.ofDays(364));

    assertThat(Redrivability.obstacle(Status.FAILED, start, end, 24_998, end)).isEmpty();
    assertThat(Redrivability.obstacle(Status.FAILED, start, end, 24_999, end))
        .contains("Execution history event limit exceeded");
    assertThat(Redrivability.obstacle(Status.ABORTED, start, end, 9, end.plus(Duration.ofDays(2))))
        .contains("Execution has exceeded the max execution time");
  }

  @Test
  void theSameTokenRedrivesOnce() {
    Execution execution = trial.run("'A': {'Type': 'Fail', 'Error': 'E'}", "{}");
    Redrive first = execution.redrive(Optional.of("token"));
    trial.time.advance(Duration.ofMinutes(15));

    Redrive again = execution.redrive(Optional.of("token"));

    assertThat(first.run()).contains(1);
    assertThat(again.run()).isEmpty();
    assertThat(again.date()).isEqualTo(first.date());
    execution.abort(Optional.empty(), Optional.empty());
    trial.time.advance(Duration.ofSeconds(1));
    // It is forgotten after 15 minutes.
    assertThat(execution.redrive(Optional.of("token")).run()).contains(2);
  }

  @Test
  void theLastTenTokensAreKnown() {
    Execution execution = trial.run("'A': {'Type': 'Fail', 'Error': 'E'}", "{}");
    for (int i = 1; i <= 11; i++) {
      assertThat(execution.redrive(Optional.of("t" + i)).run()).contains(i);
      execution.abort(Optional.empty(), Optional.empty());
    }

    assertThat(execution.redrive(Optional.of("t2")).run()).isEmpty();
    assertThat(execution.redrive(Optional.of("t1")).run()).contains(12);
  }
}
