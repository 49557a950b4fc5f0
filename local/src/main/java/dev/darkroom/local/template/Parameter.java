package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter as the template declares it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">Parameters</a>
 */
final class Parameter {
  private static final Set<String> TYPES =
      Set.of("String", "Number", "List<Number>", "CommaDelimitedList");

  private final String type;
  private final Optional<String> fallback;
  private final List<Constraint> constraints;
  private final Optional<String> constraintDescription;
  private final boolean secret;
  private final Place place;

  private Parameter(String type, Properties declared, Place place) {
    this.type = type;
    this.place = place;
    this.fallback = declared.optionalText("Default");
    this.constraints = Constraint.read(type, declared);
    this.constraintDescription = declared.optionalText("ConstraintDescription");
    this.secret = declared.flag("NoEcho", false);
  }

  static Parameter read(String name, JsonNode declaration) {
    Place place = Place.of("Parameter " + name);
    Properties declared = Properties.of(declaration, place);
    String type = declared.text("Type");
    if (!TYPES.contains(type)) {
      throw place.unsupported("has the type " + type + ", which is not supported locally");
    }
    Parameter parameter = new Parameter(type, declared, place);
    declared.withoutEffect("Description");
    declared.refuseTheRest();
    return parameter;
  }

  /**
   * The value that {@code Ref} gives: a text, or for a list type a list of texts.
   *
   * @param given the value given, if one was
   * @throws InvalidTemplate when there is none, or it breaks a constraint
   */
  JsonNode value(Optional<String> given) {
    String text =
        given
            .or(() -> fallback)
            .orElseThrow(() -> place.invalid("has no default, and no value was given"));
    List<String> items = isList() ? split(text) : List.of(text);
    items.forEach(this::check);
    JsonNodeFactory json = JsonNodeFactory.instance;
    return isList()
        ? json.arrayNode().addAll(items.stream().map(json::textNode).toList())
        : json.textNode(text);
  }

  private void check(String item) {
    if (type.contains("Number") && number(item).isEmpty()) {
      throw place.invalid("must be a number" + shown(item));
    }
    for (Constraint constraint : constraints) {
      if (!constraint.accepts().test(item)) {
        String what = constraintDescription.orElse(constraint.what());
        throw place.invalid("must satisfy: " + what + shown(item));
      }
    }
  }

  private String shown(String item) {
    return secret ? "" : ", and '" + item + "' does not";
  }

  private boolean isList() {
    return type.startsWith("List<") || type.equals("CommaDelimitedList");
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
