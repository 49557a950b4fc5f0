package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables of one flow: its own, and those around it, which it only reads. */
final class Scope {
  private final Map<String, JsonNode> variables;

  Scope() {
    this(Map.of());
  }

  private Scope(Map<String, JsonNode> variables) {
    this.variables = new LinkedHashMap<>(variables);
  }

  /** The scope of a flow inside. The flow around it waits meanwhile, so a copy stays true. */
  Scope inner() {
    return new Scope(variables);
  }

  Map<String, JsonNode> variables() {
    return new LinkedHashMap<>(variables);
  }

  void assign(Map<String, JsonNode> values) {
    variables.putAll(values);
  }
}
