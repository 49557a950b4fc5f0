package dev.darkroom.steps;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** What Step Functions tells of executions. */
final class Executions {
  private static final Set<ExecutionStatus> UNFINISHED =
      Set.of(ExecutionStatus.RUNNING, ExecutionStatus.PENDING_REDRIVE);

  /** A step that was tried a few times is told by one page. */
  private static final int EVENTS_A_PAGE = 200;

  private final SfnClient states;

  Executions(SfnClient states) {
    this.states = states;
  }

  /** An execution; empty when it never was, or ended more than 90 days ago. */
  Optional<DescribeExecutionResponse> find(String arn) {
    try {
      DescribeExecutionResponse execution = states.describeExecution(get -> get.executionArn(arn));
      if (execution.status() == null) {
        throw RetryableException.create("Step Functions did not tell the status of " + arn + ".");
      }
      return Optional.of(execution);
    } catch (ExecutionDoesNotExistException e) {
      return Optional.empty();
    }
  }

  /** Whether an execution may still do something. */
  static boolean isUnfinished(DescribeExecutionResponse execution) {
    return UNFINISHED.contains(execution.status());
  }

  /**
   * The state that an execution entered last, by its history, read backwards; empty when it entered
   * none.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">
   *     GetExecutionHistory</a>
   */
  Optional<String> lastState(String arn) {
    return states
        .getExecutionHistoryPaginator(
            get ->
                get.executionArn(arn)
                    .reverseOrder(true)
                    .includeExecutionData(false)
                    .maxResults(EVENTS_A_PAGE))
        .events()
        .stream()
        .filter(event -> event.stateEnteredEventDetails() != null)
        .findFirst()
        .map(HistoryEvent::stateEnteredEventDetails)
        .map(entered -> entered.name());
  }
}
