package dev.darkroom.local.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** An execution of the state machine, as its operator sees it. */
record Execution(RunningCloud running, String arn) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The one that an upload started. */
  static Execution of(RunningCloud running, String jobId) {
    return new Execution(running, running.executionOf(jobId).executionArn());
  }

  /** Another one, of the same event or of any. */
  static Execution start(RunningCloud running, String event) {
    return new Execution(
        running,
        running
            .states()
            .startExecution(start -> start.stateMachineArn(running.stateMachine()).input(event))
            .executionArn());
  }

  String input() {
    return running.describe(arn).input();
  }

  /** Waits for its end. */
  DescribeExecutionResponse ended() {
    return Awaitility.await("the end of " + arn)
        .atMost(PATIENCE)
        .until(
            () -> running.describe(arn),
            execution -> execution.status() != ExecutionStatus.RUNNING);
  }

  /** The states that were entered, in order. */
  List<String> states() {
    return running.history(arn).stream()
        .filter(event -> event.stateEnteredEventDetails() != null)
        .map(HistoryEvent::stateEnteredEventDetails)
        .map(details -> details.name())
        .toList();
  }

  /** The last call of each step, by the state's name. */
  Map<String, StepCall> calls() throws JsonProcessingException {
    return StepCall.of(running.history(arn));
  }
}
