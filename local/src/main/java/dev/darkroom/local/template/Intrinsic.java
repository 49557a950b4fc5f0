package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A call of an intrinsic function in its long form.
 *
 * @param name as {@code Ref} or {@code Fn::Sub}
 * @param argument what it is called with, unresolved
 */
record Intrinsic(String name, JsonNode argument) {

  /** The call that a node is, if it is one. */
  static Optional<Intrinsic> of(JsonNode node, Place place) {
    if (!isCall(node)) {
      return Optional.empty();
    }
    if (node.size() != 1) {
      throw place.invalid("has other keys beside an intrinsic function");
    }
    String name = node.fieldNames().next();
    return Optional.of(new Intrinsic(name, node.get(name)));
  }

  /** Whether a node is a call, be it a right one or not. */
  static boolean isCall(JsonNode node) {
    return node.isObject()
        && node.properties().stream()
            .anyMatch(
                entry ->
                    entry.getKey().startsWith("Fn::")
                        || (entry.getKey().equals("Ref") && node.size() == 1));
  }

  /** The argument as a list. */
  List<JsonNode> arguments(int least, int most, Place place) {
    List<JsonNode> items = StreamSupport.stream(argument.spliterator(), false).toList();
    if (!argument.isArray() || items.size() < least || items.size() > most) {
      String count = least == most ? "" + least : least + " to " + most;
      throw place.invalid("has a " + name + " that must have a list of " + count);
    }
    return items;
  }

  /** The argument as a literal text. */
  String literal(Place place) {
    return literal(argument, place);
  }

  /** One of the arguments as a literal text. */
  String literal(JsonNode argument, Place place) {
    if (!argument.isTextual()) {
      throw place.invalid("has a " + name + " that must have a text, not a value to resolve");
    }
    return argument.textValue();
  }

  /** The logical id and the attribute of {@code Fn::GetAtt}. */
  List<JsonNode> attribute(Place place) {
    JsonNode pair = argument.isTextual() ? ShortForm.pair(argument.textValue()) : argument;
    return new Intrinsic(name, pair).arguments(2, 2, place);
  }
}
