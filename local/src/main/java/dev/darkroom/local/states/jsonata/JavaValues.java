package dev.darkroom.local.states.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as the JSONata library takes and gives it: maps, lists, strings, numbers. */
final class JavaValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Up to here each whole double is one integer. */
  private static final double EXACT_INTEGERS = 9007199254740992.0;

  private JavaValues() {}

  static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
        yield map;
      }
      case ARRAY -> {
        List<Object> list = new ArrayList<>(node.size());
        node.forEach(element -> list.add(of(element)));
        yield list;
      }
      case NUMBER -> node.numberValue();
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      default -> null;
    };
  }

  /**
   * The JSON of an expression's value.
   *
   * @throws IllegalArgumentException when it is a function, which JSON cannot hold
   */
  static JsonNode toJson(Object value) {
    if (value == null || value == Jsonata.NULL_VALUE) {
      return JSON.nullNode();
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = JSON.objectNode();
      map.forEach((name, field) -> object.set(String.valueOf(name), toJson(field)));
      return object;
    } else if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode(list.size());
      list.forEach(element -> array.add(toJson(element)));
      return array;
    } else if (value instanceof String text) {
      return JSON.textNode(text);
    } else if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    } else if (value instanceof Number number) {
      return number(number);
    }
    throw new IllegalArgumentException("not JSON: " + value.getClass().getSimpleName());
  }

  private static JsonNode number(Number number) {
    if (number instanceof Integer || number instanceof Long || number instanceof Short) {
      return integer(number.longValue());
    } else if (number instanceof BigInteger big) {
      return JSON.numberNode(big);
    } else if (number instanceof BigDecimal decimal) {
      return JSON.numberNode(decimal);
    }
    double real = number.doubleValue();
    // JSONata knows one kind of number: 4.0 is written 4.
    boolean whole = real == Math.rint(real) && Math.abs(real) <= EXACT_INTEGERS;
    return whole ? integer((long) real) : JSON.numberNode(real);
  }

  private static JsonNode integer(long value) {
    return value == (int) value ? JSON.numberNode((int) value) : JSON.numberNode(value);
  }
}
