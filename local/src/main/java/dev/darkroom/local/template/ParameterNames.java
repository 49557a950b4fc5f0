package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that have values before anything is deployed: parameters and pseudo parameters. */
final class ParameterNames implements Names {
  private final Map<String, JsonNode> values;
  private final Stack stack;

  private ParameterNames(Map<String, JsonNode> values, Stack stack) {
    this.values = values;
    this.stack = stack;
  }

  /**
   * Checks the values given against what is declared.
   *
   * @throws InvalidTemplate when one is missing, unknown or not allowed
   */
  static ParameterNames of(
      Map<String, Parameter> declared, Stack stack, Map<String, String> given) {
    for (String name : given.keySet()) {
      if (!declared.containsKey(name)) {
        throw Place.of("Parameter " + name).invalid("was given, but is not declared");
      }
    }
    Map<String, JsonNode> values = new HashMap<>();
    declared.forEach(
        (name, parameter) ->
            values.put(name, parameter.value(Optional.ofNullable(given.get(name)))));
    return new ParameterNames(values, stack);
  }

  static InvalidTemplate unknown(String name, Place place) {
    return place.invalid("refers to " + name + ", which is no parameter and no resource");
  }

  /** The value of a parameter or a pseudo parameter, if it is one. */
  Optional<JsonNode> value(String name, Place place) {
    if (name.startsWith("AWS::")) {
      return Optional.of(
          stack
              .pseudo(name)
              .orElseThrow(
                  () ->
                      place.unsupported("refers to " + name + ", which is not supported locally")));
    }
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public JsonNode ref(String name, Place place) {
    return value(name, place)
        .orElseThrow(() -> place.invalid("refers to " + name + ", which is no parameter"));
  }

  @Override
  public JsonNode attribute(String logicalId, String attribute, Place place) {
    throw place.invalid(
        "refers to " + logicalId + "." + attribute + ", but may only refer to parameters");
  }

  @Override
  public boolean condition(String name, Place place) {
    throw place.invalid("uses Fn::If, which has no place in Conditions");
  }
}
