package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name means the same wherever it stands in the contract. */
class OpenApiNamesTest {
  /** {@code width} and {@code height} of a box are ratios, of pictures pixels. */
  private static final String BOX = "Box";

  /** Headers of S3, as they are spelt there. */
  private static final String HEADERS = "Ticket/headers";

  /** An error document's {@code status} is a number, as RFC 9457 says. */
  private static final String PROBLEM = "Problem";

  private JsonNode document;
  private final Map<String, Set<String>> typesByName = new TreeMap<>();
  private final Map<String, Set<String>> descriptionsByName = new TreeMap<>();

  @BeforeEach
  void readEverySchema() throws IOException {
    document = new YAMLMapper().readTree(Path.of("openapi.yaml").toFile());
    document
        .at("/components/schemas")
        .properties()
        .forEach(schema -> collect(schema.getKey(), schema.getValue()));
  }

  @Test
  void everyNameIsInLowerCamelCase() {
    assertThat(typesByName.keySet()).allMatch(name -> name.matches("[a-z]+([A-Z0-9][a-z0-9]*)*"));
  }

  @Test
  void noTwoNamesDifferInCaseAlone() {
    assertThat(typesByName.keySet().stream().map(String::toLowerCase)).doesNotHaveDuplicates();
  }

  @Test
  void aNameHasOneTypeEverywhereButForNull() {
    typesByName.forEach((name, types) -> assertThat(types).as(name).hasSize(1));
  }

  @Test
  void sizesSayTheirUnit() {
    assertThat(descriptionsByName.get("bytes")).allMatch(text -> text.contains("ytes"));
    assertThat(descriptionsByName.get("width")).allMatch(text -> text.contains("ixel"));
    assertThat(descriptionsByName.get("height")).allMatch(text -> text.contains("ixel"));
  }

  private void collect(String place, JsonNode schema) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!Set.of(BOX, HEADERS, PROBLEM).contains(place)) {
        name(property.getKey(), property.getValue());
      }
      collect(place + "/" + property.getKey(), property.getValue());
    }
    if (schema.has("items")) {
      collect(place + "[]", schema.get("items"));
    }
  }

  private void name(String name, JsonNode schema) {
    typesByName.computeIfAbsent(name, any -> new TreeSet<>()).add(type(schema));
    descriptionsByName
        .computeIfAbsent(name, any -> new TreeSet<>())
        .add(schema.path("description").asText());
  }

  /** The type less null; a schema that is referred to has its own. */
  private String type(JsonNode schema) {
    JsonNode alternatives = schema.has("oneOf") ? schema.get("oneOf") : schema.path("anyOf");
    for (JsonNode alternative : alternatives) {
      if (!alternative.path("type").asText().equals("null")) {
        return type(alternative);
      }
    }
    if (schema.has("$ref")) {
      return type(document.at(schema.get("$ref").asText().substring(1)));
    }
    if (schema.has("enum")) {
      return "[string]";
    }
    Set<String> types = new TreeSet<>();
    if (schema.path("type").isArray()) {
      schema.get("type").forEach(type -> types.add(type.asText()));
    } else {
      types.add(schema.path("type").asText());
    }
    types.remove("null");
    return types.toString();
  }
}
