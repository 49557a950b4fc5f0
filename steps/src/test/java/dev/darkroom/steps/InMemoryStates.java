package dev.darkroom.steps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;

/** The few calls by which executions are looked at, on a map; a page of history is 2 events. */
final class InMemoryStates implements SfnClient {
  static final String MACHINE = "arn:aws:states:eu-west-1:1:stateMachine:process-image";

  private static final int PAGE = 2;

  private final Map<String, DescribeExecutionResponse> executions = new HashMap<>();
  private final Map<String, List<HistoryEvent>> histories = new HashMap<>();
  private final List<RuntimeException> failures = new ArrayList<>();
  private final List<RuntimeException> listFailures = new ArrayList<>();

  /** Keeps an execution of {@link Uploads#KEY}, which ended now where it has ended. */
  void execution(String arn, ExecutionStatus status) {
    execution(arn, status, null, null);
  }

  void execution(String arn, ExecutionStatus status, String error, String cause) {
    String input =
        """
        {"time": "2026-05-04T10:00:00Z", "detail": {"bucket": {"name": "uploads"},
         "object": {"key": "%s", "size": 9, "etag": "e1", "sequencer": "0A"}}}
        """
            .formatted(Uploads.KEY);
    execution(arn, status, error, cause, input);
  }

  void execution(String arn, ExecutionStatus status, String error, String cause, String input) {
    executions.put(
        arn,
        DescribeExecutionResponse.builder()
            .executionArn(arn)
            .status(status)
            .startDate(Uploads.NOW)
            .stopDate(status == ExecutionStatus.RUNNING ? null : Uploads.NOW)
            .error(error)
            .cause(cause)
            .input(input)
            .build());
  }

  /** Keeps when an execution ended. */
  void stoppedAt(String arn, Instant time) {
    executions.computeIfPresent(arn, (key, was) -> was.toBuilder().stopDate(time).build());
  }

  /** An execution entered a state, and then so many other things happened. */
  void entered(String arn, String state, int otherEvents) {
    List<HistoryEvent> history = histories.computeIfAbsent(arn, key -> new ArrayList<>());
    history.add(
        HistoryEvent.builder().stateEnteredEventDetails(entered -> entered.name(state)).build());
    for (int i = 0; i < otherEvents; i++) {
      history.add(HistoryEvent.builder().type("TaskScheduled").build());
    }
  }

  /** The next descriptions fail, one each. */
  void fail(RuntimeException... next) {
    failures.addAll(List.of(next));
  }

  /** The same of lists. */
  void failLists(RuntimeException... next) {
    listFailures.addAll(List.of(next));
  }

  @Override
  public ListExecutionsResponse listExecutions(ListExecutionsRequest request) {
    if (!listFailures.isEmpty()) {
      throw listFailures.remove(0);
    }
    return ListExecutionsResponse.builder()
        .executions(
            executions.values().stream()
                .filter(execution -> execution.status() == request.statusFilter())
                .map(
                    execution ->
                        ExecutionListItem.builder()
                            .executionArn(execution.executionArn())
                            .startDate(execution.startDate())
                            .stopDate(execution.stopDate())
                            .build())
                .toList())
        .build();
  }

  @Override
  public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
    if (!failures.isEmpty()) {
      throw failures.remove(0);
    }
    DescribeExecutionResponse execution = executions.get(request.executionArn());
    if (execution == null) {
      throw ExecutionDoesNotExistException.builder().build();
    }
    return execution;
  }

  @Override
  public GetExecutionHistoryResponse getExecutionHistory(GetExecutionHistoryRequest request) {
    if (!request.reverseOrder()) {
      throw new IllegalArgumentException("Nobody reads it forwards.");
    }
    List<HistoryEvent> history = histories.getOrDefault(request.executionArn(), List.of());
    int read = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
    int end = history.size() - read;
    int start = Math.max(0, end - PAGE);
    List<HistoryEvent> page = new ArrayList<>(history.subList(start, end));
    java.util.Collections.reverse(page);
    return GetExecutionHistoryResponse.builder()
        .events(page)
        .nextToken(start == 0 ? null : Integer.toString(read + PAGE))
        .build();
  }

  @Override
  public String serviceName() {
    return "states";
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
