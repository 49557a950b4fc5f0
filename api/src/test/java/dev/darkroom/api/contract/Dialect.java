package dev.darkroom.api.contract;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What the validator wants to be said in other words: it takes no relative server, of the JSON
 * media types with a name of their own only those of vendors, and headers and parameters as the
 * inside of a JSON string.
 */
final class Dialect {
  private static final String PROBLEM = "application/problem+json";
  private static final String PROBLEM_OF_A_VENDOR = "application/vnd.darkroom.problem+json";

  private Dialect() {}

  static JsonObject of(JsonNode document) {
    ObjectNode copy = document.deepCopy();
    copy.withArray("servers").removeAll().addObject().put("url", "http://api.invalid/api");
    sayTypes(copy);
    return new JsonObject(copy.toString().replace(PROBLEM, PROBLEM_OF_A_VENDOR));
  }

  /** What is one of some texts is a text. */
  private static void sayTypes(JsonNode node) {
    if (node instanceof ObjectNode schema && !schema.has("type") && isOneOfTexts(schema)) {
      schema.put("type", "string");
    }
    node.forEach(Dialect::sayTypes);
  }

  private static boolean isOneOfTexts(ObjectNode schema) {
    List<JsonNode> values = new ArrayList<>();
    schema.path("enum").forEach(values::add);
    if (schema.has("const")) {
      values.add(schema.get("const"));
    }
    return !values.isEmpty() && values.stream().allMatch(JsonNode::isTextual);
  }

  static String mediaType(String type) {
    return type.equals(PROBLEM) ? PROBLEM_OF_A_VENDOR : type;
  }

  /** An entity tag, which stands in quotes, would not be read otherwise. */
  static String parameter(String value) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(value));
  }
}
