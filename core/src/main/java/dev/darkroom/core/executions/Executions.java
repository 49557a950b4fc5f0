package dev.darkroom.core.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** What Step Functions tells of executions. */
public final class Executions {
  private static final Set<ExecutionStatus> UNFINISHED =
      Set.of(ExecutionStatus.RUNNING, ExecutionStatus.PENDING_REDRIVE);

  static final List<ExecutionStatus> UNSUCCESSFUL =
      List.of(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED);

  /** Longer than the state machine lets one run; only one that is redriven ends later. */
  static final Duration LONGEST_RUN = Duration.ofHours(13);

  private static final int EXECUTIONS_A_PAGE = 1000;

  /** A step that was tried a few times is told by one page. */
  private static final int EVENTS_A_PAGE = 200;

  private final SfnClient states;

  /**
   * @param states asked about executions
   */
  public Executions(SfnClient states) {
    this.states = states;
  }

  /** An execution; empty when it never was, or ended more than 90 days ago. */
  public Optional<DescribeExecutionResponse> find(String arn) {
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
  public static boolean isUnfinished(DescribeExecutionResponse execution) {
    return UNFINISHED.contains(execution.status());
  }

  /** Whether an execution failed, timed out or was stopped. */
  public static boolean isUnsuccessful(DescribeExecutionResponse execution) {
    return UNSUCCESSFUL.contains(execution.status());
  }

  /**
   * The executions that failed, timed out or were stopped since then, the last one first; less
   * those that were redriven and began more than 13 hours before then.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html">
   *     ListExecutions</a>
   */
  public List<ExecutionListItem> unsuccessful(String stateMachineArn, Instant since) {
    return UNSUCCESSFUL.stream()
        .flatMap(status -> startedLast(stateMachineArn, status, since.minus(LONGEST_RUN)))
        .filter(execution -> !execution.stopDate().isBefore(since))
        .sorted(Comparator.comparing(ExecutionListItem::stopDate).reversed())
        .toList();
  }

  /** Lists are sorted by the start, newest first. */
  private Stream<ExecutionListItem> startedLast(
      String stateMachineArn, ExecutionStatus status, Instant since) {
    return states
        .listExecutionsPaginator(
            list ->
                list.stateMachineArn(stateMachineArn)
                    .statusFilter(status)
                    .maxResults(EXECUTIONS_A_PAGE))
        .executions()
        .stream()
        .takeWhile(execution -> !execution.startDate().isBefore(since));
  }

  /**
   * The state that an execution entered last, by its history, read backwards; empty when it entered
   * none.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">
   *     GetExecutionHistory</a>
   */
  public Optional<String> lastState(String arn) {
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
