package dev.darkroom.api;

import dev.darkroom.core.JobConflict;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Turns what was thrown into what the client is told: the one place that knows both. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int SERVER_ERROR = 500;
  private static final String SECONDS_TO_RECOVER = "2";

  private Problems() {}

  /** The answer to a request that ended in an exception. Logs what is no fault of the client. */
  static Reply of(RuntimeException thrown, Request request) {
    String detail = thrown.getMessage();
    if (thrown instanceof InvalidField e) {
      return Reply.problem(
          Problem.of(400, "invalid-field", "A field is invalid", detail).in(e.field()));
    }
    if (thrown instanceof InvalidBody) {
      return Reply.problem(Problem.of(400, "invalid-body", "The body is invalid", detail));
    }
    if (thrown instanceof Unauthenticated) {
      return Reply.problem(Problem.of(401, "unauthenticated", "No user is signed in", detail))
          .with("www-authenticate", "Bearer");
    }
    if (thrown instanceof NotAnUploader) {
      return Reply.problem(Problem.of(403, "not-an-uploader", "You may not upload", detail));
    }
    if (thrown instanceof JobNotFound || thrown instanceof RouteNotFound) {
      return Reply.problem(Problem.of(404, "not-found", "Not found", detail));
    }
    if (thrown instanceof MethodNotAllowed e) {
      return Reply.problem(Problem.of(405, "method-not-allowed", "Method not allowed", detail))
          .with("allow", e.allowed());
    }
    if (thrown instanceof BodyTooLarge) {
      return Reply.problem(Problem.of(413, "body-too-large", "The body is too large", detail));
    }
    return isPassing(thrown) ? unavailable(thrown, request) : unexpected(thrown, request);
  }

  /**
   * Whether the same request may succeed a moment later: a service throttles, fails or is out of
   * reach, or a new job's id was taken.
   */
  private static boolean isPassing(RuntimeException thrown) {
    if (thrown instanceof SdkServiceException e) {
      return e.isThrottlingException() || e.statusCode() >= SERVER_ERROR;
    }
    return thrown instanceof ApiCallTimeoutException
        || (thrown instanceof SdkException && thrown.getCause() instanceof IOException)
        || thrown instanceof JobConflict;
  }

  private static Reply unavailable(RuntimeException thrown, Request request) {
    LOG.warn("Request {} ({}) met a busy service", request.id(), request.routeKey(), thrown);
    return Reply.problem(
            Problem.of(
                503,
                "unavailable",
                "Busy for the moment",
                "Send the request again after the seconds of Retry-After."))
        .with("retry-after", SECONDS_TO_RECOVER);
  }

  private static Reply unexpected(RuntimeException thrown, Request request) {
    LOG.error("Request {} ({}) failed", request.id(), request.routeKey(), thrown);
    return Reply.problem(
        Problem.of(
            500,
            "internal",
            "The server failed",
            "The fault is not in your request. If it stays, tell the operator the request id "
                + request.id()
                + "."));
  }
}
