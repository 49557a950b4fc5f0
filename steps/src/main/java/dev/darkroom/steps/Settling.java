package dev.darkroom.steps;

import dev.darkroom.core.Claim;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.executions.Executions;
import dev.darkroom.core.s3.ImageObjects;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * Does what an execution left undone: fails its job, tells the uploader, deletes the objects of an
 * image that was deleted. It may break off anywhere; what is left then is done by the next attempt,
 * for the job stays in flight.
 */
final class Settling {
  private final JobStore jobs;
  private final FailureReport failures;
  private final Telling telling;
  private final ImageObjects objects;

  Settling(JobStore jobs, Executions executions, OutcomeTopic outcomes, ImageObjects objects) {
    this.jobs = jobs;
    this.failures = new FailureReport(executions);
    this.telling = new Telling(jobs, outcomes);
    this.objects = objects;
  }

  /**
   * Settles a job.
   *
   * @param claim what the execution claimed, or would have
   * @param job as it was read after the execution was found to have ended; empty when there is no
   *     record
   * @param execution which does nothing any more; empty when Step Functions does not know it
   */
  Settled settle(Claim claim, Optional<Job> job, Optional<DescribeExecutionResponse> execution) {
    if (job.isPresent() && job.get().status().isFinal()) {
      return job.get().isHeldBy(claim.executionArn()) && tell(job.get())
          ? Settled.TOLD
          : Settled.NOTHING;
    }
    try {
      jobs.fail(
          claim,
          job.map(Job::redrives).orElse(0),
          failures.of(execution, job.map(Job::step).orElse(null)));
    } catch (JobDeleted e) {
      objects.delete(claim.ref(), Optional.of(claim.original()));
      return Settled.DELETED;
    } catch (JobConflict e) {
      return Settled.NOTHING; // Another execution's; or settled, or redriven, since it was read.
    }
    tell(claim.ref(), claim.executionArn());
    return Settled.FAILED;
  }

  private void tell(JobRef ref, String executionArn) {
    jobs.find(ref)
        .filter(job -> job.status().isFinal() && job.isHeldBy(executionArn))
        .ifPresent(this::tell);
  }

  private boolean tell(Job ended) {
    try {
      return telling.tell(ended).isPresent();
    } catch (JobConflict | JobDeleted e) {
      return false; // Redriven, claimed or deleted since: what follows is not for us to tell.
    }
  }
}
