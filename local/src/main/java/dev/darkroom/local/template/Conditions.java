package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The conditions of a template, each evaluated once.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html">Conditions</a>
 */
final class Conditions {
  private final Map<String, JsonNode> declared;
  private final Resolver resolver;
  private final Map<String, Boolean> values = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  private Conditions(Map<String, JsonNode> declared, Names parameters) {
    this.declared = declared;
    this.resolver = new Resolver(parameters);
  }

  /**
   * Evaluates every condition.
   *
   * @param parameters what conditions may refer to: parameters and pseudo parameters
   */
  static Map<String, Boolean> evaluate(Map<String, JsonNode> declared, Names parameters) {
    Conditions conditions = new Conditions(declared, parameters);
    declared.keySet().forEach(name -> conditions.value(name, place(name)));
    return Map.copyOf(conditions.values);
  }

  private static Place place(String name) {
    return Place.of("Condition " + name);
  }

  private boolean value(String name, Place place) {
    Boolean known = values.get(name);
    if (known != null) {
      return known;
    }
    if (!declared.containsKey(name)) {
      throw place.invalid("refers to the condition " + name + ", which is not declared");
    }
    if (!open.add(name)) {
      throw place.invalid("refers to itself through " + String.join(", ", open));
    }
    boolean value = holds(declared.get(name), place(name));
    open.remove(name);
    values.put(name, value);
    return value;
  }

  private boolean holds(JsonNode node, Place place) {
    if (node.isObject() && node.size() == 1 && node.path("Condition").isTextual()) {
      return value(node.get("Condition").textValue(), place);
    }
    Intrinsic call =
        Intrinsic.of(node, place).orElseThrow(() -> place.invalid("must be a condition function"));
    return switch (call.name()) {
      case "Fn::Equals" -> {
        List<JsonNode> pair = call.arguments(2, 2, place);
        yield resolver.text(pair.get(0), place).equals(resolver.text(pair.get(1), place));
      }
      case "Fn::Not" -> !holds(call.arguments(1, 1, place).get(0), place);
      // Each branch is evaluated, so that a wrong one is found whatever the parameters say.
      case "Fn::And" -> each(call, place).stream().allMatch(held -> held);
      case "Fn::Or" -> each(call, place).stream().anyMatch(held -> held);
      default ->
          throw place.unsupported("uses " + call.name() + ", which is not supported locally");
    };
  }

  private List<Boolean> each(Intrinsic call, Place place) {
    return call.arguments(2, 10, place).stream().map(part -> holds(part, place)).toList();
  }
}
