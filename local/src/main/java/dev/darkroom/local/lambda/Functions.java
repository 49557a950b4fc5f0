package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/** The Lambda functions of the embedded cloud; may be called on many threads at once. */
public interface Functions {
  /**
   * Invokes a function and waits for its answer. An interrupt of the calling thread ends the wait.
   *
   * @param function a function's name or ARN, with or without an alias
   * @param payload the event
   * @return what the handler returned, as JSON
   * @throws FunctionError when the handler threw, or ran longer than its timeout
   * @throws InterruptedException when the caller no longer waits
   */
  JsonNode invoke(String function, JsonNode payload) throws FunctionError, InterruptedException;
}
