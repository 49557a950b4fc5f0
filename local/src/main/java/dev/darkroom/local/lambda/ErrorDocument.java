package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * A failed invocation as the Java runtime reports it: type, message and the function's own frames,
 * without the cause.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html">Java
 *     exceptions</a>
 */
final class ErrorDocument {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String RUNTIME = ErrorDocument.class.getPackageName();

  private ErrorDocument() {}

  static FunctionError of(Throwable failure) {
    String type = failure.getClass().getName();
    ObjectNode document =
        JSON.objectNode()
            .put("errorMessage", Objects.requireNonNullElse(failure.getLocalizedMessage(), type))
            .put("errorType", type);
    var trace = document.putArray("stackTrace");
    Arrays.stream(failure.getStackTrace())
        .takeWhile(frame -> !isOfTheRuntime(frame))
        .forEach(frame -> trace.add(frame.toString()));
    return new FunctionError(type, document);
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

  static FunctionError killed(String requestId) {
    String type = "Runtime.ExitError";
    String message =
        "RequestId: " + requestId + " Error: Runtime exited with error: signal: killed";
    return new FunctionError(
        type, JSON.objectNode().put("errorType", type).put("errorMessage", message));
  }

  private static boolean isOfTheRuntime(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.lastIndexOf('.') == RUNTIME.length() && name.startsWith(RUNTIME);
  }
}
