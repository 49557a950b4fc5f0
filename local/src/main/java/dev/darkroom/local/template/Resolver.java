package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Replaces intrinsic functions by their values.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html">Intrinsic
 *     function reference</a>
 */
final class Resolver {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Names names;

  Resolver(Names names) {
    this.names = names;
  }

  /** The value of a node; a missing node when it comes to {@code AWS::NoValue}. */
  JsonNode resolve(JsonNode node, Place place) {
    return Intrinsic.of(node, place)
        .map(call -> call(call, place))
        .orElseGet(() -> plain(node, place));
  }

  /** The value of a node that must come to a text, a number or a flag. */
  String text(JsonNode node, Place place) {
    return scalar(resolve(node, place), place);
  }

  private JsonNode plain(JsonNode node, Place place) {
    if (node.isObject()) {
      ObjectNode resolved = JSON.objectNode();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        JsonNode value = resolve(entry.getValue(), place.property(entry.getKey()));
        if (!value.isMissingNode()) {
          resolved.set(entry.getKey(), value);
        }
      }
      return resolved;
    }
    if (node.isArray()) {
      ArrayNode resolved = JSON.arrayNode();
      for (int i = 0; i < node.size(); i++) {
        JsonNode value = resolve(node.get(i), place.item(i));
        if (!value.isMissingNode()) {
          resolved.add(value);
        }
      }
      return resolved;
    }
    return node;
  }

  private JsonNode call(Intrinsic call, Place place) {
    return switch (call.name()) {
      case "Ref" -> names.ref(call.literal(place), place);
      case "Fn::GetAtt" -> attribute(call, place);
      case "Fn::Sub" -> sub(call, place);
      case "Fn::Join" -> join(call, place);
      case "Fn::Select" -> select(call, place);
      case "Fn::Split" -> split(call, place);
      case "Fn::If" -> {
        List<JsonNode> arguments = call.arguments(3, 3, place);
        String condition = call.literal(arguments.get(0), place);
        yield resolve(arguments.get(names.condition(condition, place) ? 1 : 2), place);
      }
      case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" ->
          throw place.invalid("uses " + call.name() + ", which belongs into Conditions");
      default ->
          throw place.unsupported("uses " + call.name() + ", which is not supported locally");
    };
  }

  private JsonNode attribute(Intrinsic call, Place place) {
    List<JsonNode> pair = call.attribute(place);
    return names.attribute(call.literal(pair.get(0), place), text(pair.get(1), place), place);
  }

  private JsonNode sub(Intrinsic call, Place place) {
    if (call.argument().isTextual()) {
      return sub(call.argument().textValue(), Map.of(), place);
    }
    List<JsonNode> arguments = call.arguments(2, 2, place);
    Map<String, String> variables = new HashMap<>();
    arguments
        .get(1)
        .properties()
        .forEach(entry -> variables.put(entry.getKey(), text(entry.getValue(), place)));
    return sub(call.literal(arguments.get(0), place), variables, place);
  }

  private JsonNode sub(String text, Map<String, String> variables, Place place) {
    return JSON.textNode(
        SubText.replace(
            text,
            place,
            name ->
                variables.containsKey(name)
                    ? variables.get(name)
                    : scalar(names.substitute(name, place), place)));
  }

  private JsonNode join(Intrinsic call, Place place) {
    List<JsonNode> arguments = call.arguments(2, 2, place);
    return JSON.textNode(
        list(arguments.get(1), place).stream()
            .map(item -> scalar(item, place))
            .collect(Collectors.joining(call.literal(arguments.get(0), place))));
  }

  private JsonNode select(Intrinsic call, Place place) {
    List<JsonNode> arguments = call.arguments(2, 2, place);
    String index = text(arguments.get(0), place);
    List<JsonNode> items = list(arguments.get(1), place);
    if (!index.matches("\\d{1,6}") || Integer.parseInt(index) >= items.size()) {
      throw place.invalid(
          "has a Fn::Select of item " + index + " in a list of " + items.size() + " items");
    }
    return items.get(Integer.parseInt(index));
  }

  private JsonNode split(Intrinsic call, Place place) {
    List<JsonNode> arguments = call.arguments(2, 2, place);
    String delimiter = call.literal(arguments.get(0), place);
    if (delimiter.isEmpty()) {
      throw place.invalid("has a Fn::Split without a delimiter");
    }
    String[] parts = text(arguments.get(1), place).split(Pattern.quote(delimiter), -1);
    return JSON.arrayNode().addAll(Arrays.stream(parts).map(JSON::textNode).toList());
  }

  private List<JsonNode> list(JsonNode node, Place place) {
    JsonNode list = resolve(node, place);
    if (!list.isArray()) {
      throw place.invalid("has a list function over what is no list");
    }
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  private static String scalar(JsonNode value, Place place) {
    if (value instanceof MissingNode || !value.isValueNode()) {
      throw place.invalid("puts together a text from what is no text");
    }
    return value.asText();
  }
}
