package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A function's failure, as Lambda reports it to the caller.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html">Java
 *     exceptions</a>
 */
public final class FunctionError extends Exception {
  private final String errorType;
  private final transient JsonNode payload;

  /**
   * @param errorType the exception's fully qualified class name, or Lambda's own, as {@code
   *     Sandbox.Timedout}
   * @param payload the error document: {@code errorType}, {@code errorMessage}, {@code stackTrace}
   */
  public FunctionError(String errorType, JsonNode payload) {
    super(payload.path("errorMessage").asText());
    this.errorType = errorType;
    this.payload = payload;
  }

  public String errorType() {
    return errorType;
  }

  public JsonNode payload() {
    return payload;
  }
}
