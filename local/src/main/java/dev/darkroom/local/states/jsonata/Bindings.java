package dev.darkroom.local.states.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What an expression can read: {@code $states} and the workflow's variables; immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">
 *     Transforming data with JSONata</a>
 */
public final class Bindings {
  private final Map<String, Object> states;
  private final Map<String, Object> variables;

  private Bindings(Map<String, Object> states, Map<String, Object> variables) {
    this.states = states;
    this.variables = variables;
  }

  /**
   * Bindings with {@code $states.input}, {@code $states.context} and variables.
   *
   * @param variables by name, without the dollar sign
   */
  public static Bindings of(JsonNode input, JsonNode context, Map<String, JsonNode> variables) {
    Map<String, Object> states = new HashMap<>();
    states.put("input", JavaValues.of(input));
    states.put("context", JavaValues.of(context));
    Map<String, Object> values = new HashMap<>();
    variables.forEach((name, value) -> values.put(name, JavaValues.of(value)));
    return new Bindings(states, values);
  }

  /** The same, and {@code $states.name}: {@code result} or {@code errorOutput}. */
  public Bindings with(String name, JsonNode value) {
    Map<String, Object> more = new HashMap<>(states);
    more.put(name, JavaValues.of(value));
    return new Bindings(more, variables);
  }

  void bindTo(Jsonata.Frame frame) {
    variables.forEach(
        (name, value) -> frame.bind(name, value == null ? Jsonata.NULL_VALUE : value));
    frame.bind("states", (Object) states);
  }
}
