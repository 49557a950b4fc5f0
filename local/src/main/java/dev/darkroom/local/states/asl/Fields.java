package dev.darkroom.local.states.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.states.jsonata.InvalidExpression;
import dev.darkroom.local.states.jsonata.Template;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of one object of a definition; each is asked for once, and the rest is refused. */
final class Fields {
  private final JsonNode object;
  private final String location;
  private final String within;
  private final Set<String> asked = new HashSet<>();

  /**
   * @param location where the object stands, as {@code /States/Resize}
   * @param within the prefix of expression locations, relative to the state: {@code Catch[0]/}
   */
  Fields(JsonNode object, String location, String within) {
    this.object = object;
    this.location = location;
    this.within = within;
    if (!object.isObject()) {
      throw InvalidDefinition.schema("Expected value of type [OBJECT]", location);
    }
    // Comment is allowed on every object.
    optionalText("Comment");
  }

  String location() {
    return location;
  }

  boolean has(String name) {
    return object.has(name);
  }

  Optional<JsonNode> optional(String name) {
    asked.add(name);
    return Optional.ofNullable(object.get(name));
  }

  JsonNode required(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                InvalidDefinition.schema(
                    "The field '" + name + "' is required but was missing", location));
  }

  String text(String name) {
    return text(name, required(name));
  }

  Optional<String> optionalText(String name) {
    return optional(name).map(value -> text(name, value));
  }

  private String text(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw wrong(name, "Expected value of type [STRING]");
    }
    return value.textValue();
  }

  Optional<Boolean> flag(String name) {
    return optional(name)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw wrong(name, "Expected value of type [BOOLEAN]");
              }
              return value.booleanValue();
            });
  }

  /** A whole number of a literal field. */
  Optional<Integer> integer(String name, int least, int most) {
    return optional(name).map(value -> integer(name, value, least, most));
  }

  private int integer(String name, JsonNode value, int least, int most) {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(name, "Expected value of type [INTEGER]");
    } else if (value.intValue() < least || value.intValue() > most) {
      throw wrong(name, "Value should be between " + least + " and " + most);
    }
    return value.intValue();
  }

  /** An integer, or an expression that gives one. */
  Optional<Template> integerTemplate(String name, int least, int most) {
    Optional<Template> template = template(name);
    template
        .filter(value -> !value.isExpression())
        .ifPresent(value -> integer(name, value.source(), least, most));
    return template;
  }

  /** A string, or an expression that gives one. */
  Optional<Template> textTemplate(String name) {
    Optional<Template> template = template(name);
    template.ifPresent(value -> text(name, value.source()));
    return template;
  }

  Optional<Template> template(String name) {
    return optional(name).map(value -> template(value, name));
  }

  Map<String, Template> templates(String name) {
    Map<String, Template> templates = new LinkedHashMap<>();
    JsonNode fields = optional(name).orElse(NullNode.instance);
    if (!fields.isObject() && !fields.isNull()) {
      throw wrong(name, "Expected value of type [OBJECT]");
    }
    fields
        .properties()
        .forEach(
            field ->
                templates.put(
                    field.getKey(), template(field.getValue(), name + "/" + field.getKey())));
    return templates;
  }

  private Template template(JsonNode value, String name) {
    try {
      return Template.parse(value, within + name);
    } catch (InvalidExpression e) {
      throw InvalidDefinition.of(e.code(), e.getMessage(), location + "/" + name);
    }
  }

  /** Refuses the first field that was not asked for. */
  void nothingElse() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                throw wrong(name, UnsupportedFields.refusal(name));
              }
            });
  }

  AwsError wrong(String name, String message) {
    return InvalidDefinition.schema(message, location + "/" + name);
  }
}
