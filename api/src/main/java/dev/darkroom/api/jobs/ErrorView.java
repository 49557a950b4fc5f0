package dev.darkroom.api.jobs;

import dev.darkroom.core.Failure;
import dev.darkroom.core.JobError;

/**
 * Why a job was rejected or failed: {@code JobError} of {@code openapi.yaml}.
 *
 * @param step the state that a FAILED job's execution stood in; null of a REJECTED one, as are the
 *     next two
 * @param error the error's name, as the state machine saw it
 * @param cause what happened, in one line for people
 */
public record ErrorView(String code, String detail, String step, String error, String cause) {
  private static final Failure NONE = new Failure(null, null, null);

  /** What is known of the failure stands beside the rest; null when there is no error. */
  static ErrorView of(JobError error) {
    if (error == null) {
      return null;
    }
    Failure failure = error.failure() == null ? NONE : error.failure();
    return new ErrorView(
        error.code(), error.detail(), failure.step(), failure.error(), failure.cause());
  }
}
