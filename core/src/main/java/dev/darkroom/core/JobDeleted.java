package dev.darkroom.core;

/** The job was deleted: nothing of it may be written any more, and what was made of it goes. */
public final class JobDeleted extends RuntimeException {
  public JobDeleted(JobRef ref) {
    super("Job " + ref.jobId() + " of " + ref.owner() + " was deleted.");
  }
}
