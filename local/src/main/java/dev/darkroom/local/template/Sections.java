package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The sections at the top of a template. */
final class Sections {
  private static final String FORMAT = "2010-09-09";
  private static final String TRANSFORM = "AWS::Serverless-2016-10-31";
  private static final Set<String> SUPPORTED =
      Set.of(
          "AWSTemplateFormatVersion",
          "Conditions",
          "Description",
          "Globals",
          "Metadata",
          "Outputs",
          "Parameters",
          "Resources",
          "Transform");

  private Sections() {}

  /** Checks which sections there are, and the language that they are written in. */
  static void check(ObjectNode document, Place place) {
    for (Map.Entry<String, JsonNode> section : document.properties()) {
      if (!SUPPORTED.contains(section.getKey())) {
        throw place.unsupported(
            "has the section " + section.getKey() + ", which is not supported locally");
      }
    }
    if (!document.path("AWSTemplateFormatVersion").asText(FORMAT).equals(FORMAT)) {
      throw place.invalid("must have the AWSTemplateFormatVersion " + FORMAT);
    }
    JsonNode transform = document.path("Transform");
    boolean one = transform.isArray() && transform.size() == 1;
    if (!(one ? transform.get(0) : transform).asText().equals(TRANSFORM)) {
      throw place.unsupported(
          "must have the Transform " + TRANSFORM + "; others are not supported locally");
    }
    if (document.path("Resources").isEmpty()) {
      throw place.invalid("must have at least one resource");
    }
  }

  /** The entries of a section, in order. */
  static <T> Map<String, T> map(
      ObjectNode document, String section, BiFunction<String, JsonNode, T> read) {
    JsonNode entries = document.path(section);
    if (!entries.isObject() && !entries.isMissingNode()) {
      throw Place.of("Section " + section).invalid("must be a map");
    }
    Map<String, T> map = new LinkedHashMap<>();
    entries
        .properties()
        .forEach(entry -> map.put(entry.getKey(), read.apply(entry.getKey(), entry.getValue())));
    return Collections.unmodifiableMap(map);
  }
}
