package dev.darkroom.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The fields of a JSON object, read strictly: none twice, none unknown, each of its own type. */
final class Fields {
  static final int LARGEST_BODY = 16 * 1024;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectNode object;

  private Fields(ObjectNode object) {
    this.object = object;
  }

  /**
   * @param known the names that the object may have
   * @throws BodyTooLarge above {@link #LARGEST_BODY} bytes
   * @throws InvalidBody when the text is no JSON object
   * @throws InvalidField when the object has another field
   */
  static Fields parse(String body, List<String> known) {
    if (body.getBytes(UTF_8).length > LARGEST_BODY) {
      throw new BodyTooLarge(LARGEST_BODY);
    }
    Fields fields = new Fields(object(body));
    fields.object.fieldNames().forEachRemaining(name -> refuseUnknown(name, known));
    return fields;
  }

  /** The text of a field that must be there. */
  String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  /** The text of a field that may be left out, or be null. */
  Optional<String> optionalText(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isTextual()) {
                throw new InvalidField(name, "The field " + name + " must be a string.");
              }
              return value.textValue();
            });
  }

  /**
   * The value of a field that must be there and be a whole number; a huge one becomes the limit.
   */
  long wholeNumber(String name) {
    JsonNode value = value(name).orElseThrow(() -> missing(name));
    if (!value.isIntegralNumber()) {
      throw new InvalidField(name, "The field " + name + " must be a whole number.");
    }
    if (value.canConvertToLong()) {
      return value.longValue();
    }
    return value.bigIntegerValue().signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  private Optional<JsonNode> value(String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
  }

  private static ObjectNode object(String body) {
    try {
      if (JSON.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new InvalidBody("The body is not JSON, or names a field twice" + place(e) + ".");
    }
    throw new InvalidBody("The body must be a JSON object.");
  }

  private static String place(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    return place == null
        ? ""
        : ": see line " + place.getLineNr() + ", column " + place.getColumnNr();
  }

  private static void refuseUnknown(String name, List<String> known) {
    if (!known.contains(name)) {
      throw new InvalidField(
          name, "There is no such field. The fields are " + String.join(", ", known) + ".");
    }
  }

  private static InvalidField missing(String name) {
    return new InvalidField(name, "The field " + name + " is missing.");
  }
}
