package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * How a state was left.
 *
 * @param next the state that follows, empty where the flow ends
 * @param assigned new values of variables
 */
record Exit(JsonNode output, Optional<String> next, Map<String, JsonNode> assigned) {}
