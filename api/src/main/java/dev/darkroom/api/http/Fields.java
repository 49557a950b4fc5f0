package dev.darkroom.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a JSON object, read strictly: none twice, none unknown, each of its own type. */
public final class Fields {
  public static final int LARGEST_BODY = 64 * 1024;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectNode object;
  private final String prefix;

  private Fields(ObjectNode object, String prefix, List<String> known) {
    this.object = object;
    this.prefix = prefix;
    object.fieldNames().forEachRemaining(name -> refuseUnknown(name, known));
  }

  /** Reads the fields of a body of at most {@link #LARGEST_BODY} bytes. */
  public static Fields parse(String body, String... known) {
    return parse(body, LARGEST_BODY, known);
  }

  /**
   * Reads the fields of a body.
   *
   * @param largest the most bytes that the body may have
   * @param known the names that the object may have
   * @throws BodyTooLarge when it has more
   * @throws InvalidBody when the text is no JSON object
   * @throws InvalidField when the object has another field
   */
  public static Fields parse(String body, int largest, String... known) {
    if (body.getBytes(UTF_8).length > largest) {
      throw new BodyTooLarge(largest);
    }
    return new Fields(object(body), "", List.of(known));
  }

  /** The text of a field that must be there. */
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  /** The text of a field that may be left out, or be null. */
  public Optional<String> optionalText(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isTextual()) {
                throw invalid(name, "must be a string.");
              }
              return value.textValue();
            });
  }

  /**
   * The value of a field that must be there and be a whole number; a huge one becomes the limit.
   */
  public long wholeNumber(String name) {
    JsonNode value = value(name).orElseThrow(() -> missing(name));
    if (!value.isIntegralNumber()) {
      throw invalid(name, "must be a whole number.");
    }
    if (value.canConvertToLong()) {
      return value.longValue();
    }
    return value.bigIntegerValue().signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** Whether a field is there, if only as null: a PATCH leaves alone what is not. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** The value of a field that may be left out, or be null, and is true or false else. */
  public Optional<Boolean> optionalFlag(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw invalid(name, "must be true or false.");
              }
              return value.booleanValue();
            });
  }

  /**
   * The objects of an array that must be there and have at least one; the fields of each are read
   * as strictly, and named {@code files[3].contentType}.
   *
   * @param most the most that the array may hold
   * @param known the names that each object may have
   */
  public List<Fields> objects(String name, int most, String... known) {
    JsonNode array = value(name).orElseThrow(() -> missing(name));
    if (!array.isArray() || array.isEmpty() || array.size() > most) {
      throw invalid(name, "must be an array of 1 to " + most + " objects.");
    }
    List<Fields> all = new ArrayList<>();
    for (JsonNode element : array) {
      String place = name + "[" + all.size() + "]";
      if (!(element instanceof ObjectNode fields)) {
        throw invalid(place, "must be an object.");
      }
      all.add(new Fields(fields, prefix + place + ".", List.of(known)));
    }
    return all;
  }

  /** The full name of a field, as errors name it. */
  public String name(String field) {
    return prefix + field;
  }

  private InvalidField invalid(String name, String rule) {
    return new InvalidField(name(name), "The field " + name(name) + " " + rule);
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

  private void refuseUnknown(String name, List<String> known) {
    if (!known.contains(name)) {
      throw new InvalidField(
          name(name), "There is no such field. The fields are " + String.join(", ", known) + ".");
    }
  }

  private InvalidField missing(String name) {
    return invalid(name, "is missing.");
  }
}
