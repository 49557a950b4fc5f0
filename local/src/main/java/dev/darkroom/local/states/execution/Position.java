package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Where an execution stands in its machine's outermost flow: all that it takes to go on from there.
 *
 * @param state the state's name
 * @param input the state's input
 * @param variables the variables when the state was entered
 */
public record Position(String state, JsonNode input, Map<String, JsonNode> variables) {}
