package dev.darkroom.local.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.sqs.MessageAttribute;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Message attributes as the event that a filter policy is matched with.
 *
 * <p>A {@code String} becomes a string, a {@code Number} a number, a {@code String.Array} an array
 * whose elements are compared one by one. Attributes of other types are left out, so that for a
 * policy they do not exist; SNS ignores them in the same way.
 */
final class AttributeEvent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AttributeEvent() {}

  static JsonNode of(Map<String, MessageAttribute> attributes) {
    ObjectNode event = NODES.objectNode();
    attributes.forEach(
        (name, attribute) -> {
          switch (attribute.dataType()) {
            case "String" -> event.put(name, attribute.stringValue());
            case "Number" -> event.put(name, new BigDecimal(attribute.stringValue()));
            case "String.Array" -> event.set(name, array(attribute.stringValue()));
            default -> {}
          }
        });
    return event;
  }

  private static JsonNode array(String text) {
    ArrayNode values = NODES.arrayNode();
    try {
      for (JsonNode value : JSON.readTree(text)) {
        // Strings, numbers, true, false and null are allowed; what nests is not compared.
        if (value.isValueNode()) {
          values.add(value);
        }
      }
    } catch (JsonProcessingException e) {
      // No array: present, yet equal to nothing but its own text.
      return NODES.textNode(text);
    }
    return values;
  }
}
