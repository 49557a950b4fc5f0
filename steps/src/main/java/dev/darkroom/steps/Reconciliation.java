package dev.darkroom.steps;

import dev.darkroom.core.Claim;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.WorkLeft;
import dev.darkroom.core.executions.Executions;
import dev.darkroom.core.s3.ImageObjects;
import dev.darkroom.steps.ReconciliationRun.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;

/**
 * Looks at all work that is left and was not touched for a while, oldest first, and does what the
 * executions will not do any more; then at the executions themselves that failed unheard of.
 */
final class Reconciliation {
  private static final int MOST_JOBS = 400;
  private static final int MOST_DELETIONS = 100;
  private static final Duration LONGEST_OF_JOBS = Duration.ofMinutes(3);
  private static final Duration LONGEST = Duration.ofMinutes(4);

  /** So that runs which fail, or do not come, leave no execution unseen. */
  private static final Duration LOOKS_BACK = Duration.ofHours(1);

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
  private final String stateMachineArn;
  private final EndedExecutions endedExecutions;
  private final Settling settling;
  private final ImageObjects objects;
  private final Clock clock;

  Reconciliation(
      JobStore jobs,
      WorkLeft work,
      Executions executions,
      String stateMachineArn,
      OutcomeTopic outcomes,
      ImageObjects objects,
      Clock clock) {
    this.jobs = jobs;
    this.work = work;
    this.executions = executions;
    this.stateMachineArn = stateMachineArn;
    this.settling = new Settling(jobs, executions, outcomes, objects);
    this.endedExecutions = new EndedExecutions(executions, jobs, settling, clock);
    this.objects = objects;
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
    ReconciliationRun run = new ReconciliationRun(clock);
    run.each(
        of("job", work.jobs(before, MOST_JOBS), ref -> reconcile(ref, before)),
        start.plus(LONGEST_OF_JOBS));
    Instant end = start.plus(LONGEST);
    run.each(of("deletion", work.deletions(before, MOST_DELETIONS), this::finishDeletion), end);
    run.each(run.find("failed executions", () -> failedExecutions(before)), end);
    return run.result();
  }

  private List<Work> of(String kind, List<JobRef> refs, Function<JobRef, Settled> step) {
    return refs.stream()
        .map(
            ref ->
                new Work(
                    "%s %s of %s".formatted(kind, ref.jobId(), ref.owner()),
                    () -> step.apply(ref),
                    () -> work.checked(ref)))
        .toList();
  }

  /**
   * What failed before it could claim its job is in flight nowhere. Nor is it put off when it
   * cannot be settled: it is looked at for an hour, after those that ended later.
   */
  private List<Work> failedExecutions(Instant before) {
    return executions.unsuccessful(stateMachineArn, before.minus(LOOKS_BACK)).stream()
        .filter(ended -> ended.stopDate().isBefore(before))
        .map(ExecutionListItem::executionArn)
        .map(arn -> new Work(arn, () -> endedExecutions.settle(arn), () -> {}))
        .toList();
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
              objects.delete(ref, deletion.original());
              jobs.purged(ref);
              return Settled.DELETED;
            })
        .orElse(Settled.NOTHING);
  }
}
