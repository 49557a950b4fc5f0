package dev.darkroom.core;

import java.util.List;
import java.util.Optional;

/**
 * Where jobs are kept. Each write is conditional: it takes place once, however often it is asked
 * for, and never undoes a later one. Safe for many threads and many processes.
 */
public interface JobStore {
  /**
   * Records a job whose object is still to come.
   *
   * @throws JobConflict when the id is taken
   */
  void announce(Job job);

  /**
   * Records jobs whose objects are still to come, all or none.
   *
   * @param jobs 1 to 50, each with another id
   * @throws JobConflict when an id is taken
   */
  void announceAll(List<Job> jobs);

  /**
   * Gives a job to an execution: makes it PROCESSING, and records it if nobody announced it. Asking
   * again for the same execution changes nothing but the time. A job that FAILED before its first
   * step had finished is anybody's: an event that came twice started two executions, and one may
   * fail before the other has begun.
   *
   * @throws JobConflict when another execution holds or has settled the job
   * @throws JobDeleted when the job was deleted
   */
  void claim(Claim claim);

  /**
   * Records that a step finished, unless a later one did already.
   *
   * @throws JobConflict when the execution does not hold the job
   * @throws JobDeleted when the job was deleted
   */
  void finished(JobRef ref, String executionArn, Step step);

  /**
   * Records how a job ended, and under what its image is found, in one transaction; also when the
   * execution failed before and was resumed. What people said of the image stays; only an album
   * that is gone is forgotten. Asking again changes nothing.
   *
   * @throws JobConflict when the execution does not hold the job
   * @throws JobDeleted when the job was deleted
   * @throws Contention when other writes are in the way
   */
  void settle(JobRef ref, String executionArn, Outcome outcome);

  /**
   * Records that a job cannot go on for now; what the holder does next with it forgets that again.
   * Asking again changes nothing.
   *
   * @throws JobConflict when the execution does not hold the job
   * @throws JobDeleted when the job was deleted
   */
  void waiting(JobRef ref, String executionArn, Wait wait);

  /**
   * Records that an execution ended without settling its job, which it holds, or could not even
   * claim; also of a job that nobody announced. Asking again changes nothing but the time.
   *
   * @param claim what the execution claimed, or would have
   * @param redrives how often the job had been redriven when it was read
   * @throws JobConflict when another execution holds the job, or it is settled, or it was redriven
   *     since
   * @throws JobDeleted when the job was deleted
   */
  void fail(Claim claim, int redrives, JobError error);

  /** The same of a job that was never redriven. */
  default void fail(Claim claim, JobError error) {
    fail(claim, 0, error);
  }

  /**
   * Records that the uploader was told how the job ended: nothing is left to do. Asking again
   * changes nothing but the time.
   *
   * @param status the end that was told
   * @throws JobConflict when the execution does not hold the job, or it has not ended so
   * @throws JobDeleted when the job was deleted
   */
  void told(JobRef ref, String executionArn, JobStatus status);

  /**
   * Makes a FAILED job PROCESSING again, and forgets its error.
   *
   * @param failed the job as it was read
   * @param newExecutionArn the execution that is to do it all again, where the old one cannot go on
   * @return the job as it is now
   * @throws JobConflict when it was written to since, or is not FAILED
   * @throws JobDeleted when the job was deleted
   */
  Job redrive(Job failed, Optional<String> newExecutionArn);

  /** Records that all objects of a deleted job are gone; changes nothing of one that is not. */
  void purged(JobRef ref);

  /** The job as it is now, read consistently; empty once it is deleted. */
  Optional<Job> find(JobRef ref);

  /** Finds a job by its id alone; sees a new job a moment later than {@link #find}. */
  Optional<Job> findById(String jobId);

  /**
   * An owner's jobs, newest first, less those that were deleted. Sees what was written a moment
   * later than {@link #find}.
   *
   * @param status lists jobs of this status alone, and none of a schema before 2, which did not
   *     record what finds them by it
   */
  Page<Job> list(String owner, Optional<JobStatus> status, PageRequest request);

  /**
   * Whose job it is, by its id alone; sees a new job a moment later than {@link #find}, and a
   * deleted one until it is {@link #purged}.
   */
  Optional<JobRef> locate(String jobId);
}
