package dev.darkroom.core.redrive;

import dev.darkroom.core.Claim;
import dev.darkroom.core.Contention;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;

/**
 * Has failed jobs processed again: their execution goes on at the step that failed, or where it
 * cannot, another one begins with the original. Safe for many threads and processes: of two calls
 * one does it, and both are told of it.
 *
 * <p>The record comes first. A job that is PROCESSING without an execution is found and settled by
 * ReconcileJobs; an execution that runs for a job that says FAILED would be told as failed while it
 * works. So a process that dies between the two leaves a job with which the next call goes on; if
 * none comes, it fails once more, ten minutes later.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">
 *     Redriving executions</a>
 */
public final class Redrive {
  private static final int ATTEMPTS = 3;

  private final SfnClient states;
  private final JobStore jobs;
  private final String stateMachineArn;
  private final String uploadsBucket;
  private final Prospects prospects;
  private final Clock clock;

  /**
   * Redrives by these parts.
   *
   * @param stateMachineArn what runs a new execution
   * @param uploadsBucket where originals are
   */
  public Redrive(
      SfnClient states, JobStore jobs, String stateMachineArn, String uploadsBucket, Clock clock) {
    this.states = states;
    this.jobs = jobs;
    this.stateMachineArn = stateMachineArn;
    this.uploadsBucket = uploadsBucket;
    this.prospects = new Prospects(states, stateMachineArn);
    this.clock = clock;
  }

  /**
   * Has a job processed again; of one that is PROCESSING already, does what an earlier call may
   * have left undone.
   *
   * @throws JobDeleted when the job was deleted, or never was
   * @throws NotFailed when it is neither FAILED nor PROCESSING
   * @throws Contention when other writes are in the way
   * @throws software.amazon.awssdk.core.exception.SdkException when a service does not do its part;
   *     the job is FAILED again, as far as that could be recorded
   */
  public Redriven redrive(JobRef ref) {
    JobConflict conflict = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Job job = jobs.find(ref).orElseThrow(() -> new JobDeleted(ref));
      if (job.status() == JobStatus.PROCESSING) {
        return repeated(job);
      }
      if (job.status() != JobStatus.FAILED) {
        throw new NotFailed(job);
      }
      try {
        Prospect prospect = prospects.of(job.executionArn());
        return prospect.obstacle() == null
            ? resume(job, prospect)
            : restart(job, prospect.obstacle());
      } catch (JobConflict e) {
        conflict = e; // Somebody else was faster: look what they made of it.
      }
    }
    throw new Contention("the redrive of job " + ref.jobId(), conflict);
  }

  /** A call that died behind the record is made good by the next: it sends the same once more. */
  private Redriven repeated(Job job) {
    if (job.redrives() > 0 && !prospects.of(job.executionArn()).isElsewhere()) {
      try {
        if (NewExecution.isOf(job)) {
          start(NewExecution.of(job, stateMachineArn, uploadsBucket));
        } else {
          resume(job);
        }
      } catch (ExecutionAlreadyExistsException | ExecutionNotRedrivableException e) {
        return Redriven.before(job); // It began, and has ended by now: its failure is on its way.
      }
    }
    return Redriven.before(job);
  }

  private Redriven resume(Job failed, Prospect prospect) {
    Job now = jobs.redrive(failed, Optional.empty());
    if (prospect.isUnderWay()) {
      return Redriven.resumed(failed, now); // Somebody redrove the execution itself.
    }
    try {
      resume(now);
      return Redriven.resumed(failed, now);
    } catch (ExecutionNotRedrivableException e) {
      return resumedElsewhere(failed, now);
    } catch (RuntimeException e) {
      throw undone(failed, now, e);
    }
  }

  private void resume(Job now) {
    states.redriveExecution(
        redrive ->
            redrive
                .executionArn(now.executionArn())
                .clientToken(NewExecution.name(now.jobId(), now.redrives())));
  }

  /** The execution was redrivable a moment ago: it runs by now, or its time is over. */
  private Redriven resumedElsewhere(Job failed, Job now) {
    Prospect prospect;
    try {
      prospect = prospects.of(now.executionArn());
    } catch (RuntimeException e) {
      throw undone(failed, now, e);
    }
    if (prospect.isElsewhere()) {
      return Redriven.resumed(failed, now);
    }
    Reason reason = prospect.obstacle() == null ? Reason.EXECUTION_ENDED : prospect.obstacle();
    return restart(undone(failed, now), reason);
  }

  private Redriven restart(Job failed, Reason reason) {
    NewExecution next = NewExecution.after(failed, stateMachineArn, uploadsBucket);
    Job now = jobs.redrive(failed, Optional.of(next.arn()));
    try {
      start(next);
    } catch (ExecutionAlreadyExistsException e) {
      // A repeated request of this very redrive: it began, and has ended by now.
      return Redriven.restarted(now, reason);
    } catch (RuntimeException e) {
      throw undone(failed, now, e);
    }
    return Redriven.restarted(now, reason);
  }

  private void start(NewExecution next) {
    states.startExecution(
        start -> start.stateMachineArn(stateMachineArn).name(next.name()).input(next.input()));
  }

  /** Records at once that nothing was begun, so that the job can be redriven again. */
  private RuntimeException undone(Job failed, Job now, RuntimeException cause) {
    try {
      undone(failed, now);
    } catch (RuntimeException e) {
      cause.addSuppressed(e); // It has ended by now, or ReconcileJobs will record it.
    }
    return cause;
  }

  private Job undone(Job failed, Job now) {
    jobs.fail(Claim.of(now, clock.instant()), now.redrives(), failed.error());
    if (failed.told() == JobStatus.FAILED) {
      jobs.told(now.ref(), now.executionArn(), JobStatus.FAILED);
    }
    return jobs.find(now.ref()).orElseThrow(() -> new JobDeleted(now.ref()));
  }
}
