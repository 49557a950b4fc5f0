package dev.darkroom.api.http;

import dev.darkroom.core.Contention;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobDeleted;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException;

/** Turns what was thrown into what the client is told: the one place that knows both. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int SERVER_ERROR = 500;
  private static final String SECONDS_TO_RECOVER = "2";

  private Problems() {}

  /** The answer to a request that ended in an exception. Logs what is no fault of the client. */
  static Reply of(RuntimeException thrown, Request request) {
    if (thrown instanceof JobDeleted) {
      return of(NotFound.image(), request); // Or it never was there, or not the caller's.
    }
    if (thrown instanceof Refusal refusal) {
      Reply reply = Reply.problem(refusal.problem());
      for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
        reply = reply.with(header.getKey(), header.getValue());
      }
      return reply;
    }
    return isPassing(thrown) ? unavailable(thrown, request) : unexpected(thrown, request);
  }

  /**
   * Whether the same request may succeed a moment later: a service throttles, fails or is out of
   * reach, too many executions run, a new job's id was taken, or other writes were in the way.
   */
  private static boolean isPassing(RuntimeException thrown) {
    if (thrown instanceof SdkServiceException e) {
      return e.isThrottlingException()
          || e.statusCode() >= SERVER_ERROR
          || e instanceof ExecutionLimitExceededException;
    }
    return thrown instanceof ApiCallTimeoutException
        || (thrown instanceof SdkException && thrown.getCause() instanceof IOException)
        || thrown instanceof JobConflict
        || thrown instanceof Contention;
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
