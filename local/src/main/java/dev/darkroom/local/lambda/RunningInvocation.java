package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An invocation that runs.
 *
 * @param requestId as the function is told it
 * @param function the function's name
 * @param payload what it was given
 */
public record RunningInvocation(String requestId, String function, JsonNode payload) {}
