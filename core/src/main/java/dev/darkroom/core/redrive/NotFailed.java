package dev.darkroom.core.redrive;

import dev.darkroom.core.Job;
import dev.darkroom.core.JobStatus;

/** A redrive of a job that has not failed, and is not being processed either. */
public final class NotFailed extends RuntimeException {
  private final JobStatus status;

  NotFailed(Job job) {
    super("Job " + job.jobId() + " has not failed: it is " + job.status() + ".");
    this.status = job.status();
  }

  /** AWAITING_UPLOAD, COMPLETED or REJECTED. */
  public JobStatus status() {
    return status;
  }
}
