package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code openapi.yaml}, held against what the function answers. */
public final class OpenApi {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String DEFINITIONS = "#/$defs/";
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final JsonSchemaFactory JSON_SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final JsonNode definitions;

  private OpenApi(JsonNode document, JsonNode definitions) {
    this.document = document;
    this.definitions = definitions;
  }

  public static OpenApi read() {
    try {
      JsonNode document = YAML.readTree(Path.of("openapi.yaml").toFile());
      String schemas = document.at("/components/schemas").toString();
      return new OpenApi(document, YAML.readTree(schemas.replace(SCHEMAS, DEFINITIONS)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode document() {
    return document;
  }

  /** An answer of a route that is described must be described too; any other is a problem. */
  public void holdsFor(String routeKey, Answer answer) {
    JsonNode operation = operation(routeKey);
    if (operation.isMissingNode()) {
      conforms(SCHEMAS + "Problem", answer.body());
      return;
    }
    JsonNode response = resolve(operation.path("responses").path("" + answer.status()));
    assertThat(response.isMissingNode())
        .as("%s answers %d, which openapi.yaml does not describe", routeKey, answer.status())
        .isFalse();
    JsonNode content = response.path("content").path(answer.headers().get("content-type"));
    conforms(content.path("schema").path("$ref").asText(), answer.body());
    headersAre(response.path("headers"), answer.headers());
  }

  /** Whether a value has the very form of a schema, given by its place in the document. */
  public void conforms(String schema, JsonNode value) {
    assertThat(schema).startsWith(SCHEMAS);
    ObjectNode root = YAML.createObjectNode();
    root.put("$ref", DEFINITIONS + schema.substring(SCHEMAS.length()));
    root.set("$defs", definitions);
    assertThat(JSON_SCHEMA.getSchema(root, STRICT).validate(value))
        .as("%s as %s", value, schema)
        .isEmpty();
  }

  public JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private JsonNode operation(String routeKey) {
    String[] methodAndPath = routeKey.split(" /api", 2);
    return methodAndPath.length < 2
        ? document.path("nothing")
        : document
            .path("paths")
            .path(methodAndPath[1])
            .path(methodAndPath[0].toLowerCase(Locale.ROOT));
  }

  private void headersAre(JsonNode described, Map<String, String> headers) {
    Set<String> names = new TreeSet<>();
    Set<String> required = new TreeSet<>();
    for (Map.Entry<String, JsonNode> header : described.properties()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      names.add(name);
      if (resolve(header.getValue()).path("required").asBoolean()) {
        required.add(name);
      }
    }
    names.add("content-type");
    assertThat(names).containsAll(headers.keySet());
    assertThat(headers.keySet()).containsAll(required);
  }
}
