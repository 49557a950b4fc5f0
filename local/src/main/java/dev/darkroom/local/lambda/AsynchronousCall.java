package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/** Invokes functions for callers that do not wait. */
@FunctionalInterface
public interface AsynchronousCall {
  /**
   * Accepts an event and returns at once.
   *
   * @param functionArn the ARN of a function that there is, without an alias
   */
  void invoke(String functionArn, JsonNode event);
}
