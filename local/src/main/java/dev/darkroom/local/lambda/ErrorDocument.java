package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;

/**
 * A failed invocation as the Java runtime reports it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html">Java
 *     exceptions</a>
 */
final class ErrorDocument {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST_CAUSE = 5;

  private ErrorDocument() {}

  static FunctionError of(Throwable failure) {
    return new FunctionError(failure.getClass().getName(), document(failure, 0));
  }

  static FunctionError timedOut(String requestId, Duration timeout) {
    String type = "Sandbox.Timedout";
    String message =
        String.format(
            Locale.ROOT,
            "RequestId: %s Error: Task timed out after %.2f seconds",
            requestId,
            timeout.toMillis() / 1000.0);
    return new FunctionError(
        type, JSON.objectNode().put("errorType", type).put("errorMessage", message));
  }

  private static ObjectNode document(Throwable failure, int depth) {
    ObjectNode document =
        JSON.objectNode()
            .put("errorMessage", failure.getMessage())
            .put("errorType", failure.getClass().getName());
    var trace = document.putArray("stackTrace");
    for (StackTraceElement element : failure.getStackTrace()) {
      trace.add(element.toString());
    }
    if (failure.getCause() != null && depth < DEEPEST_CAUSE) {
      document.set("cause", document(failure.getCause(), depth + 1));
    }
    return document;
  }
}
