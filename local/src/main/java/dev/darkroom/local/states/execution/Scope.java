package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables of one flow: its own, and those around it, which it only reads. The flow around it
 * waits meanwhile, so a copy of those stays true.
 */
final class Scope {
  private final Map<String, JsonNode> variables;

  Scope(Map<String, JsonNode> variables) {
    this.variables = new LinkedHashMap<>(variables);
  }

  Map<String, JsonNode> variables() {
    return new LinkedHashMap<>(variables);
  }

  void assign(Map<String, JsonNode> values) {
    variables.putAll(values);
  }
}
