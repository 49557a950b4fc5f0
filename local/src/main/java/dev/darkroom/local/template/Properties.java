package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads resolved properties, and knows which were read: {@link #refuseTheRest()} refuses what
 * nobody asked for, here and in every map below.
 *
 * <p>Texts, numbers and flags are taken for each other as CloudFormation does: {@code "5"} is a
 * number, {@code true} is a text. Not safe for use by several threads.
 */
public final class Properties {
  private final ObjectNode values;
  private final Place place;
  private final Set<String> read = new HashSet<>();
  private final List<Properties> below = new ArrayList<>();

  private Properties(ObjectNode values, Place place) {
    this.values = values;
    this.place = place;
  }

  /**
   * A reader of resolved properties.
   *
   * @throws InvalidTemplate when the node is no map
   */
  public static Properties of(JsonNode values, Place place) {
    if (values instanceof ObjectNode object) {
      return new Properties(object, place);
    }
    throw place.invalid("must be a map");
  }

  /** Where these properties stand, for errors. */
  public Place place() {
    return place;
  }

  /** Where one of the properties stands, for errors. */
  public Place place(String name) {
    return place.property(name);
  }

  /** Whether the property is there. It does not count as read. */
  public boolean has(String name) {
    return values.has(name);
  }

  /** A text that must be there. */
  public String text(String name) {
    return required(name, optionalText(name));
  }

  /** A text. */
  public Optional<String> optionalText(String name) {
    return optionalJson(name).map(node -> scalar(node, place(name)));
  }

  /** A whole number that must be there. */
  public long number(String name) {
    return required(name, optionalNumber(name));
  }

  /** A whole number. */
  public Optional<Long> optionalNumber(String name) {
    return optionalDecimal(name).map(value -> whole(value, place(name)));
  }

  /** A number that may have decimals. */
  public Optional<BigDecimal> optionalDecimal(String name) {
    return optionalText(name)
        .map(
            text ->
                Parameter.number(text).orElseThrow(() -> place(name).invalid("must be a number")));
  }

  /** True or false. */
  public boolean flag(String name, boolean otherwise) {
    return optionalText(name).map(text -> flag(text, place(name))).orElse(otherwise);
  }

  /** A map that must be there. */
  public Properties object(String name) {
    return required(name, optionalObject(name));
  }

  /** A map. */
  public Optional<Properties> optionalObject(String name) {
    return optionalJson(name).map(node -> below(node, place(name)));
  }

  /** The maps of a list, none when it is not there. */
  public List<Properties> objects(String name) {
    List<JsonNode> items = list(name);
    return IntStream.range(0, items.size())
        .mapToObj(i -> below(items.get(i), place(name).item(i)))
        .toList();
  }

  /** The maps of a map by their keys, in order, none when it is not there. */
  public Map<String, Properties> objectsByName(String name) {
    Map<String, Properties> objects = new LinkedHashMap<>();
    optionalObject(name)
        .ifPresent(map -> map.names().forEach(key -> objects.put(key, map.object(key))));
    return objects;
  }

  /** The texts of a list, none when it is not there. */
  public List<String> texts(String name) {
    List<JsonNode> items = list(name);
    return IntStream.range(0, items.size())
        .mapToObj(i -> scalar(items.get(i), place(name).item(i)))
        .toList();
  }

  /** A map of texts, in order, empty when it is not there. */
  public Map<String, String> map(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    optionalObject(name)
        .ifPresent(map -> map.names().forEach(key -> texts.put(key, map.text(key))));
    return texts;
  }

  /** A value of any shape that must be there; all of it counts as read. */
  public JsonNode json(String name) {
    return required(name, optionalJson(name));
  }

  /** A value of any shape; all of it counts as read. */
  public Optional<JsonNode> optionalJson(String name) {
    read.add(name);
    return Optional.ofNullable(values.get(name));
  }

  /** Accepts properties that have no effect locally. */
  public void withoutEffect(String... names) {
    read.addAll(Arrays.asList(names));
  }

  /** The names of all properties, in order. They do not count as read. */
  public List<String> names() {
    return values.properties().stream().map(Map.Entry::getKey).toList();
  }

  /**
   * Ends the reading.
   *
   * @throws UnsupportedTemplate when there is a property that nobody read
   */
  public void refuseTheRest() {
    for (String name : names()) {
      if (!read.contains(name)) {
        throw place(name).unsupported();
      }
    }
    below.forEach(Properties::refuseTheRest);
  }

  private Properties below(JsonNode node, Place at) {
    Properties properties = of(node, at);
    below.add(properties);
    return properties;
  }

  private List<JsonNode> list(String name) {
    List<JsonNode> items = new ArrayList<>();
    optionalJson(name)
        .ifPresent(
            node -> {
              if (!node.isArray()) {
                throw place(name).invalid("must be a list");
              }
              node.forEach(items::add);
            });
    return items;
  }

  private <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(() -> place(name).invalid("is missing"));
  }

  private static String scalar(JsonNode node, Place at) {
    if (node.isContainerNode()) {
      throw at.invalid("must be a text, a number or a flag");
    }
    return node.asText();
  }

  private static long whole(BigDecimal value, Place at) {
    try {
      return value.longValueExact();
    } catch (ArithmeticException e) {
      throw at.invalid("must be a whole number", e);
    }
  }

  private static boolean flag(String text, Place at) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw at.invalid("must be true or false");
    };
  }
}
