package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The properties that SAM gives to every resource of a type.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html">Globals
 *     section of the AWS SAM template</a>
 */
final class Globals {
  private static final Set<String> SUPPORTED = Set.of("Function", "HttpApi");
  private static final Set<String> NEVER_GLOBAL =
      Set.of("Role", "Policies", "FunctionName", "Events");

  private Globals() {}

  /** The global properties by resource type. */
  static Map<String, ObjectNode> read(JsonNode section) {
    Map<String, ObjectNode> globals = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : section.properties()) {
      Place place = Place.of("Globals " + entry.getKey());
      if (!SUPPORTED.contains(entry.getKey())) {
        throw place.unsupported();
      }
      if (!(entry.getValue() instanceof ObjectNode properties)) {
        throw place.invalid("must be a map of properties");
      }
      properties.fieldNames().forEachRemaining(name -> check(place, name));
      globals.put("AWS::Serverless::" + entry.getKey(), properties);
    }
    return globals;
  }

  /** Merges as SAM does: maps by key, lists end to end, and else the resource's own value. */
  static ObjectNode merge(ObjectNode global, ObjectNode own) {
    ObjectNode merged = global.deepCopy();
    own.properties()
        .forEach(
            property ->
                merged.set(
                    property.getKey(),
                    mergeValue(merged.get(property.getKey()), property.getValue())));
    return merged;
  }

  private static void check(Place place, String property) {
    if (NEVER_GLOBAL.contains(property)) {
      throw place.property(property).invalid("is no property that SAM takes for all resources");
    }
  }

  private static JsonNode mergeValue(JsonNode global, JsonNode own) {
    if (global instanceof ObjectNode below
        && own instanceof ObjectNode above
        && !Intrinsic.isCall(global)
        && !Intrinsic.isCall(own)) {
      return merge(below, above);
    }
    if (global instanceof ArrayNode first && own instanceof ArrayNode then) {
      return first.deepCopy().addAll(then);
    }
    return own;
  }
}
