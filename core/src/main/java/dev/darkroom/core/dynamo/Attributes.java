package dev.darkroom.core.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Turns JSON into DynamoDB's attribute values and back: the same tree, other leaves. */
final class Attributes {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Attributes() {}

  static Map<String, AttributeValue> of(ObjectNode object) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    object.properties().forEach(field -> item.put(field.getKey(), of(field.getValue())));
    return item;
  }

  static AttributeValue of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> AttributeValue.fromM(of((ObjectNode) node));
      case ARRAY ->
          AttributeValue.fromL(
              StreamSupport.stream(node.spliterator(), false).map(Attributes::of).toList());
      case STRING -> AttributeValue.fromS(node.textValue());
      case NUMBER -> AttributeValue.fromN(node.decimalValue().toPlainString());
      case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
      case NULL -> AttributeValue.fromNul(true);
      default -> throw new IllegalArgumentException("No attribute holds " + node.getNodeType());
    };
  }

  static ObjectNode json(Map<String, AttributeValue> item) {
    ObjectNode object = JSON.objectNode();
    item.forEach((name, value) -> object.set(name, json(value)));
    return object;
  }

  private static JsonNode json(AttributeValue value) {
    return switch (value.type()) {
      case M -> json(value.m());
      case L -> array(value.l());
      case S -> JSON.textNode(value.s());
      case N -> DecimalNode.valueOf(new BigDecimal(value.n()));
      case BOOL -> JSON.booleanNode(value.bool());
      case NUL -> JSON.nullNode();
      default -> throw new IllegalArgumentException("No job holds a " + value.type());
    };
  }

  private static ArrayNode array(List<AttributeValue> values) {
    ArrayNode array = JSON.arrayNode();
    values.forEach(value -> array.add(json(value)));
    return array;
  }
}
