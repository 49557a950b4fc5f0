package dev.darkroom.operator;

import dev.darkroom.core.JobRef;
import dev.darkroom.core.redrive.ExecutionInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;

/**
 * The executions that ended badly, and whose jobs they are.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html">
 *     ListExecutions</a>
 */
final class FailedExecutions {
  private static final List<ExecutionStatus> BADLY =
      List.of(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED);

  /** Lists are sorted by the start; none runs longer than this after it, unless it is redriven. */
  private static final Duration LONGEST_RUN = Duration.ofHours(6);

  /** Of ListExecutions, AWS refills 2 a second in most regions, and of DescribeExecution 10. */
  private final Pace lists = new Pace(50, 1);

  private final Pace descriptions = new Pace(100, 5);
  private final SfnClient states;
  private final String stateMachine;

  FailedExecutions(SfnClient states, String stateMachine) {
    this.states = states;
    this.stateMachine = stateMachine;
  }

  /** The jobs of those that ended since then, each once, the one that ended last first. */
  Set<JobRef> jobs(Instant since) throws InterruptedException {
    List<ExecutionListItem> ended = new ArrayList<>();
    for (ExecutionStatus status : BADLY) {
      list(status, since, ended);
    }
    ended.sort(Comparator.comparing(ExecutionListItem::stopDate).reversed());
    Set<JobRef> jobs = new LinkedHashSet<>();
    for (ExecutionListItem execution : ended) {
      descriptions.await();
      input(execution).flatMap(ExecutionInput::ref).ifPresent(jobs::add);
    }
    return jobs;
  }

  private void list(ExecutionStatus status, Instant since, List<ExecutionListItem> ended)
      throws InterruptedException {
    String next = null;
    do {
      lists.await();
      String token = next;
      ListExecutionsResponse page =
          states.listExecutions(
              list ->
                  list.stateMachineArn(stateMachine)
                      .statusFilter(status)
                      .maxResults(1000)
                      .nextToken(token));
      for (ExecutionListItem execution : page.executions()) {
        if (execution.startDate().plus(LONGEST_RUN).isBefore(since)) {
          return;
        }
        if (!execution.stopDate().isBefore(since)) {
          ended.add(execution);
        }
      }
      next = page.nextToken();
    } while (next != null);
  }

  private java.util.Optional<ExecutionInput> input(ExecutionListItem execution) {
    try {
      return ExecutionInput.read(
          states.describeExecution(get -> get.executionArn(execution.executionArn())).input());
    } catch (ExecutionDoesNotExistException e) {
      return java.util.Optional.empty(); // Forgotten since it was listed.
    }
  }
}
