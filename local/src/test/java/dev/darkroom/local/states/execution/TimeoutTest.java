package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.details;
import static dev.darkroom.local.states.execution.Trial.history;
import static dev.darkroom.local.states.execution.Trial.json;
import static dev.darkroom.local.states.execution.Trial.output;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeoutTest {
  private static final String TASK =
      """
      'T': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
        'TimeoutSeconds': '{%% $states.input.limit %%}', 'Arguments': {'FunctionName': 'slow'},
        %s 'End': true}
      """;

  private final Trial trial = new Trial();
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  @BeforeEach
  void aFunctionThatNeverAnswers() {
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
  }

  @Test
  void failsTheTaskAndInterruptsItsFunction() throws Exception {
    Execution execution = trial.start(TASK.formatted(""), "{'limit': 5}");
    called.await();

    trial.time.advance(Duration.ofSeconds(5));

    trial.ended(execution);
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(execution.status()).isEqualTo(Status.FAILED);
    assertThat(execution.error()).contains("States.Timeout");
    assertThat(execution.cause()).isEmpty();
    assertThat(history(execution)).contains("5 4 TaskTimedOut", "6 5 ExecutionFailed");
    assertThat(details(execution, "TaskTimedOut"))
        .isEqualTo(
            json("{'error': 'States.Timeout', 'resource': 'invoke', 'resourceType': 'lambda'}"));
  }

  @Test
  void isAnErrorThatCanBeCaught() throws Exception {
    String caught = "'Catch': [{'ErrorEquals': ['States.Timeout'], 'Next': 'Late'}],";
    Execution execution =
        trial.start(TASK.formatted(caught) + ", 'Late': {'Type': 'Succeed'}", "{'limit': 5}");
    called.await();

    trial.time.advance(Duration.ofSeconds(5));

    assertThat(output(trial.ended(execution)))
        .isEqualTo(json("{'Error': 'States.Timeout', 'Cause': ''}"));
  }

  @Test
  void ofTheMachineEndsTheExecutionAsTimedOut() throws Exception {
    Execution execution =
        trial.startMachine(
            "'TimeoutSeconds': 60, 'States': {" + TASK.formatted("") + "}", "{'limit': 99}");
    called.await();

    trial.time.advance(Duration.ofSeconds(60));

    trial.ended(execution);
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(execution.status()).isEqualTo(Status.TIMED_OUT);
    assertThat(execution.error()).isEmpty();
    assertThat(execution.stopDate()).contains(execution.startDate().plusSeconds(60));
    assertThat(history(execution)).last().isEqualTo("5 0 ExecutionTimedOut");
    assertThat(execution.history().outermost().state()).isEqualTo("T");
  }

  @Test
  void ofTheMachineCutsAWaitShort() {
    Execution execution =
        trial.startMachine(
            "'TimeoutSeconds': 60, 'States': {'W': {'Type': 'Wait', 'Seconds': 61, 'End': true}}",
            "{}");

    assertThat(trial.ended(execution).status()).isEqualTo(Status.TIMED_OUT);
  }

  @Test
  void stoppingInterruptsTheFunction() throws Exception {
    Execution execution = trial.start(TASK.formatted(""), "{'limit': 5}");
    called.await();

    execution.abort(Optional.empty(), Optional.empty());

    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(execution.status()).isEqualTo(Status.ABORTED);
    assertThat(execution.error()).isEmpty();
  }
}
