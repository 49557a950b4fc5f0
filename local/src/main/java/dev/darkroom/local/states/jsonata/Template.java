package dev.darkroom.local.states.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A JSON value in which each string of the form <code>{% … %}</code> is an expression; parsed once,
 * safe on many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">
 *     Transforming data with JSONata</a>
 */
public final class Template {
  private final JsonNode source;
  private final String location;
  private final Part root;

  private Template(JsonNode source, String location, Part root) {
    this.source = source;
    this.location = location;
    this.root = root;
  }

  /**
   * Parses a value and all expressions in it.
   *
   * @param location the field's name relative to its state, as {@code Output}
   * @throws InvalidExpression when an expression does not parse, or reads what it must not
   */
  public static Template parse(JsonNode source, String location) throws InvalidExpression {
    return new Template(source, location, part(source, location));
  }

  /** The value as it stands in the definition. */
  public JsonNode source() {
    return source;
  }

  /** Whether the whole value is one expression, so that its shape is known only at run time. */
  public boolean isExpression() {
    return root instanceof Computed;
  }

  /**
   * The value with each expression replaced by what it gives.
   *
   * @throws QueryEvaluationException when an expression fails or gives nothing
   */
  public JsonNode evaluate(Bindings bindings) throws QueryEvaluationException {
    return root.evaluate(bindings);
  }

  /** The complaint that this field gave a value of a kind that it must not have. */
  public QueryEvaluationException unexpected(String expected, JsonNode actual) {
    String message =
        String.format(
            "The JSONata expression '%s' specified for the field '%s' returned an unexpected result"
                + " type. Expected '%s', but was '%s' for value: %s",
            source.asText(),
            location,
            expected,
            actual.getNodeType().name().toLowerCase(Locale.ROOT),
            actual);
    return new QueryEvaluationException(message, location);
  }

  private static Part part(JsonNode source, String location) throws InvalidExpression {
    if (source.isTextual()) {
      return text(source, location);
    } else if (source.isArray()) {
      List<Part> elements = new ArrayList<>();
      for (int i = 0; i < source.size(); i++) {
        elements.add(part(source.get(i), location + "[" + i + "]"));
      }
      return new Elements(elements);
    } else if (source.isObject()) {
      Map<String, Part> members = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : source.properties()) {
        members.put(field.getKey(), part(field.getValue(), location + "/" + field.getKey()));
      }
      return new Members(members);
    }
    return new Literal(source);
  }

  private static Part text(JsonNode source, String location) throws InvalidExpression {
    String text = source.textValue();
    if (Expression.isExpression(text)) {
      return new Computed(Expression.parse(text, location));
    } else if (text.startsWith("{%")) {
      throw new InvalidExpression(
          "INVALID_JSONATA_EXPRESSION", "What begins with '{%' must end with '%}'.", location);
    }
    return new Literal(source);
  }

  private interface Part {
    JsonNode evaluate(Bindings bindings) throws QueryEvaluationException;
  }

  private record Literal(JsonNode value) implements Part {
    @Override
    public JsonNode evaluate(Bindings bindings) {
      return value;
    }
  }

  private record Computed(Expression expression) implements Part {
    @Override
    public JsonNode evaluate(Bindings bindings) throws QueryEvaluationException {
      return expression.evaluate(bindings);
    }
  }

  private record Elements(List<Part> parts) implements Part {
    @Override
    public JsonNode evaluate(Bindings bindings) throws QueryEvaluationException {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(parts.size());
      for (Part part : parts) {
        array.add(part.evaluate(bindings));
      }
      return array;
    }
  }

  private record Members(Map<String, Part> parts) implements Part {
    @Override
    public JsonNode evaluate(Bindings bindings) throws QueryEvaluationException {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, Part> part : parts.entrySet()) {
        object.set(part.getKey(), part.getValue().evaluate(bindings));
      }
      return object;
    }
  }
}
