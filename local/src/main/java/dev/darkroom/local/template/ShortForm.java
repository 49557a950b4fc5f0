package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The short form of intrinsic functions: {@code !Ref A} stands for {@code {"Ref": "A"}}. */
final class ShortForm {
  private static final Set<String> BARE = Set.of("Ref", "Condition");
  private static final Set<String> FUNCTIONS =
      Set.of(
          "And",
          "Base64",
          "Cidr",
          "Equals",
          "FindInMap",
          "GetAtt",
          "GetAZs",
          "If",
          "ImportValue",
          "Join",
          "Length",
          "Not",
          "Or",
          "Select",
          "Split",
          "Sub",
          "ToJsonString",
          "Transform");

  private ShortForm() {}

  /** The long form, or nothing when the name is no intrinsic function. */
  static Optional<JsonNode> expand(String name, JsonNode argument) {
    if (BARE.contains(name)) {
      return Optional.of(call(name, argument));
    }
    if (!FUNCTIONS.contains(name)) {
      return Optional.empty();
    }
    boolean dotted = name.equals("GetAtt") && argument.isTextual();
    return Optional.of(call("Fn::" + name, dotted ? pair(argument.textValue()) : argument));
  }

  /** Parts {@code A.B.C} into the logical id A and the attribute B.C. */
  static JsonNode pair(String dotted) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return json.arrayNode()
        .addAll(List.of(dotted.split("\\.", 2)).stream().<JsonNode>map(json::textNode).toList());
  }

  private static JsonNode call(String name, JsonNode argument) {
    return JsonNodeFactory.instance.objectNode().set(name, argument);
  }
}
