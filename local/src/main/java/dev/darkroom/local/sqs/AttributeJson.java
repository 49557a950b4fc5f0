package dev.darkroom.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.AwsError;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Message attributes as SQS's JSON protocol writes them. */
public final class AttributeJson {
  private AttributeJson() {}

  /**
   * Reads them.
   *
   * @throws AwsError when a binary value is not Base64
   */
  public static Map<String, MessageAttribute> read(JsonNode json) {
    Map<String, MessageAttribute> attributes = new TreeMap<>();
    json.properties().forEach(entry -> attributes.put(entry.getKey(), attribute(entry.getValue())));
    return attributes;
  }

  /** Writes them; binary values in Base64. */
  public static JsonNode write(Map<String, MessageAttribute> attributes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    attributes.forEach(
        (name, attribute) -> {
          ObjectNode value = json.putObject(name).put("DataType", attribute.dataType());
          if (attribute.binary()) {
            value.put("BinaryValue", attribute.binaryValue());
          } else {
            value.put("StringValue", attribute.stringValue());
          }
        });
    return json;
  }

  /** Those that the names ask for: a name, a prefix as {@code foo.*}, {@code All} or {@code .*}. */
  static Map<String, MessageAttribute> chosen(Map<String, MessageAttribute> all, JsonNode names) {
    Map<String, MessageAttribute> chosen = new TreeMap<>();
    for (JsonNode wanted : names) {
      String name = wanted.asText();
      if (name.equals("All") || name.equals(".*")) {
        chosen.putAll(all);
      } else if (name.endsWith(".*")) {
        String prefix = name.substring(0, name.length() - 2);
        all.forEach(
            (key, attribute) -> {
              if (key.startsWith(prefix)) {
                chosen.put(key, attribute);
              }
            });
      } else if (all.containsKey(name)) {
        chosen.put(name, all.get(name));
      }
    }
    return chosen;
  }

  private static MessageAttribute attribute(JsonNode json) {
    try {
      return new MessageAttribute(
          json.path("DataType").asText(),
          json.path("StringValue").textValue(),
          json.path("BinaryValue").binaryValue());
    } catch (IOException e) {
      throw AwsError.badRequest("SerializationException", "A BinaryValue is not Base64.");
    }
  }
}
