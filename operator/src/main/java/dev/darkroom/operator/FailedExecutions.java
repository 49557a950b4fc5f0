package dev.darkroom.operator;

import dev.darkroom.core.JobRef;
import dev.darkroom.core.NotAnUpload;
import dev.darkroom.core.UploadEvent;
import dev.darkroom.core.executions.Executions;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;

/** The executions that ended badly, and whose jobs they are. */
final class FailedExecutions {
  /** Of DescribeExecution, AWS refills 10 a second in most regions. */
  private final Pace descriptions = new Pace(100, 5);

  private final Executions executions;
  private final String stateMachine;

  FailedExecutions(SfnClient states, String stateMachine) {
    this.executions = new Executions(states);
    this.stateMachine = stateMachine;
  }

  /** The jobs of those that ended since then, each once, the one that ended last first. */
  Set<JobRef> jobs(Instant since) throws InterruptedException {
    Set<JobRef> jobs = new LinkedHashSet<>();
    for (ExecutionListItem ended : executions.unsuccessful(stateMachine, since)) {
      descriptions.await();
      executions.find(ended.executionArn()).flatMap(FailedExecutions::job).ifPresent(jobs::add);
    }
    return jobs;
  }

  /** Empty when no upload started it. */
  private static Optional<JobRef> job(DescribeExecutionResponse execution) {
    try {
      return Optional.of(UploadEvent.read(execution.input()).ref());
    } catch (NotAnUpload e) {
      return Optional.empty();
    }
  }
}
