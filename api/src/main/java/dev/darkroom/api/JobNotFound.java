package dev.darkroom.api;

/**
 * The job does not exist, or is not the caller's: an answer that tells the two apart would tell
 * whose it is.
 */
final class JobNotFound extends RuntimeException {
  JobNotFound() {
    super("You have no such job. Take the jobId from the answer of POST /api/uploads.");
  }
}
