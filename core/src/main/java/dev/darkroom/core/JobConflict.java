package dev.darkroom.core;

/** A write that would touch a job which another has, or which is not there. */
public final class JobConflict extends RuntimeException {
  public JobConflict(JobRef ref, String reason) {
    super("Job " + ref.jobId() + " of " + ref.owner() + " " + reason);
  }
}
