package dev.darkroom.core.redrive;

import dev.darkroom.core.executions.Executions;
import java.util.Objects;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Asks Step Functions whether executions can go on, by the definition that is in force. */
final class Prospects {
  /** How DescribeExecution words it; it has no code of its own. */
  private static final String TOO_OLD = "redrivable period exceeded";

  private final SfnClient states;
  private final Executions executions;
  private final String stateMachineArn;

  Prospects(SfnClient states, String stateMachineArn) {
    this.states = states;
    this.executions = new Executions(states);
    this.stateMachineArn = stateMachineArn;
  }

  /**
   * Three calls at most.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">
   *     DescribeExecution</a>
   */
  Prospect of(String executionArn) {
    if (executionArn == null) {
      return new Prospect(null, Reason.EXECUTION_GONE);
    }
    return executions
        .find(executionArn)
        .map(this::of)
        .orElseGet(() -> new Prospect(null, Reason.EXECUTION_GONE));
  }

  private Prospect of(DescribeExecutionResponse execution) {
    Prospect unhindered = new Prospect(execution.status(), null);
    return unhindered.isUnderWay()
        ? unhindered
        : new Prospect(execution.status(), obstacle(execution));
  }

  private Reason obstacle(DescribeExecutionResponse execution) {
    if (execution.status() == ExecutionStatus.SUCCEEDED) {
      return Reason.EXECUTION_ENDED;
    }
    if (execution.redriveStatus() == ExecutionRedriveStatus.NOT_REDRIVABLE) {
      String why = String.valueOf(execution.redriveStatusReason());
      return why.contains(TOO_OLD) ? Reason.EXECUTION_TOO_OLD : Reason.EXECUTION_ENDED;
    }
    return isOfThisDefinition(execution) ? null : Reason.DEFINITION_CHANGED;
  }

  /** A state machine that was never changed has no revision id. */
  private boolean isOfThisDefinition(DescribeExecutionResponse execution) {
    if (!stateMachineArn.equals(execution.stateMachineArn())) {
      return false;
    }
    String began =
        states
            .describeStateMachineForExecution(get -> get.executionArn(execution.executionArn()))
            .revisionId();
    String now =
        states.describeStateMachine(get -> get.stateMachineArn(stateMachineArn)).revisionId();
    return Objects.equals(began, now);
  }
}
