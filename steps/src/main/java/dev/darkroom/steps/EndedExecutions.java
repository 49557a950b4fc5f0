package dev.darkroom.steps;

import dev.darkroom.core.Claim;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.NotAnUpload;
import dev.darkroom.core.UploadEvent;
import dev.darkroom.core.executions.Executions;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * Settles the jobs of executions that ended without success, by what these were started with: also
 * jobs that they could not even claim.
 */
final class EndedExecutions {
  private final Logger log = LoggerFactory.getLogger(EndedExecutions.class);
  private final Executions executions;
  private final JobStore jobs;
  private final Settling settling;
  private final Clock clock;

  EndedExecutions(Executions executions, JobStore jobs, Settling settling, Clock clock) {
    this.executions = executions;
    this.jobs = jobs;
    this.settling = settling;
    this.clock = clock;
  }

  /** Does nothing when the execution goes on by now, or got over it, or no upload started it. */
  Settled settle(String executionArn) {
    return executions
        .find(executionArn)
        .filter(Executions::isUnsuccessful)
        .map(this::settle)
        .orElse(Settled.NOTHING);
  }

  private Settled settle(DescribeExecutionResponse execution) {
    Claim claim;
    try {
      claim = UploadEvent.read(execution.input()).claim(execution.executionArn(), clock.instant());
    } catch (NotAnUpload e) {
      log.warn("{} was started by no upload: {}", execution.executionArn(), e.getMessage());
      return Settled.NOTHING; // Nobody waits for it.
    }
    Optional<Job> job = jobs.find(claim.ref());
    return job.filter(now -> isDone(now) || isRedriven(now, execution)).isPresent()
        ? Settled.NOTHING
        : settling.settle(claim, job, Optional.of(execution));
  }

  private static boolean isDone(Job job) {
    return job.status().isFinal() && !job.isUntold();
  }

  /**
   * A redrive is recorded before the execution is resumed. Who looks at it between sees a failure
   * that is over.
   */
  private static boolean isRedriven(Job job, DescribeExecutionResponse execution) {
    return job.redrives() > 0
        && job.status() == JobStatus.PROCESSING
        && execution.stopDate() != null
        && job.updatedAt().isAfter(execution.stopDate());
  }
}
