package dev.darkroom.steps;

import dev.darkroom.core.Claim;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.WorkLeft;
import dev.darkroom.core.s3.ImageObjects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * Looks at all work that is left and was not touched for a while, oldest first, and does what the
 * executions will not do any more.
 */
final class Reconciliation {
  private static final int MOST_JOBS = 400;
  private static final int MOST_DELETIONS = 100;
  private static final Duration LONGEST_OF_JOBS = Duration.ofMinutes(3);
  private static final Duration LONGEST = Duration.ofMinutes(4);

  /**
   * What a run did.
   *
   * @param failed jobs whose execution ended without an outcome, or is lost
   * @param told jobs that had ended, whose uploader is told now
   * @param deleted deletions that are finished now
   * @param running jobs whose execution is at work
   * @param left jobs that the next run will look at: the time was up, or Step Functions asked to
   *     slow down
   */
  record Reconciled(int failed, int told, int deleted, int running, int left) {}

  private final JobStore jobs;
  private final WorkLeft work;
  private final Executions executions;
  private final Settling settling;
  private final DeletedImages deletedImages;
  private final Clock clock;

  Reconciliation(
      JobStore jobs,
      WorkLeft work,
      Executions executions,
      OutcomeTopic outcomes,
      ImageObjects objects,
      Clock clock) {
    this.jobs = jobs;
    this.work = work;
    this.executions = executions;
    this.settling = Settling.of(jobs, executions, outcomes, objects);
    this.deletedImages = new DeletedImages(jobs, objects);
    this.clock = clock;
  }

  /**
   * Runs once.
   *
   * @param unchanged for how long a job was not written to, at least
   * @throws JobsNotReconciled when some jobs could not be settled, after all others were
   */
  Reconciled run(Duration unchanged) {
    Instant start = clock.instant();
    Instant before = start.minus(unchanged).plusMillis(1); // Times are kept in milliseconds.
    ReconciliationRun run = new ReconciliationRun(work, clock);
    run.each(
        work.jobs(before, MOST_JOBS), start.plus(LONGEST_OF_JOBS), ref -> reconcile(ref, before));
    run.each(work.deletions(before, MOST_DELETIONS), start.plus(LONGEST), this::finishDeletion);
    return run.result();
  }

  private Settled reconcile(JobRef ref, Instant before) {
    // The index may tell of a moment ago: the record is believed.
    Optional<Job> job = jobs.find(ref).filter(now -> now.updatedAt().isBefore(before));
    return job.map(this::reconcile).orElse(Settled.NOTHING);
  }

  private Settled reconcile(Job job) {
    Optional<DescribeExecutionResponse> execution = executions.find(job.executionArn());
    if (execution.filter(Executions::isUnfinished).isPresent()) {
      work.checked(job.ref());
      return Settled.RUNNING;
    }
    return settling.settle(Claim.of(job, clock.instant()), Optional.of(job), execution);
  }

  private Settled finishDeletion(JobRef ref) {
    return work.deletion(ref)
        .map(
            deletion -> {
              deletedImages.purge(ref, deletion.original());
              return Settled.DELETED;
            })
        .orElse(Settled.NOTHING);
  }
}
