package dev.darkroom.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.Json;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.SchemaValidationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * {@code openapi.yaml}, and what of a request or an answer is not as it says. Schemas, parameters,
 * bodies, headers and status codes are checked by Vert.x OpenAPI, for OpenAPI 3.1 and JSON Schema
 * 2020-12; here is added that what is not described is wrong too. Safe for many threads.
 *
 * @see <a href="https://vertx.io/docs/vertx-openapi/java/">Vert.x OpenAPI</a>
 */
public final class Contract {
  private static final String BASE = "/api";
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  private final JsonNode document;
  private final Map<Route, JsonNode> operations;
  private final OpenAPIContract described;
  private final RequestValidator requests;
  private final ResponseValidator responses;

  private Contract(JsonNode document, Vertx vertx) {
    this.document = document;
    this.operations = operations(document);
    this.described = done(OpenAPIContract.from(vertx, Dialect.of(document)));
    this.requests = RequestValidator.create(vertx, described);
    this.responses = ResponseValidator.create(vertx, described);
  }

  /** Reads a document, its own JSON Schema checked. */
  public static Contract read(Path file) {
    VertxOptions few =
        new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setUseDaemonThread(true);
    try {
      return new Contract(YAML.readTree(file.toFile()), Vertx.vertx(few));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document as it is. */
  public JsonNode document() {
    return document;
  }

  /** Every operation, as {@code GET /api/jobs/{jobId}}, with the status codes it may answer. */
  public Map<String, Set<Integer>> routes() {
    Map<String, Set<Integer>> routes = new LinkedHashMap<>();
    operations.forEach(
        (route, operation) -> {
          Set<Integer> statuses = new TreeSet<>();
          operation
              .path("responses")
              .fieldNames()
              .forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
          routes.put(route.toString(), statuses);
        });
    return routes;
  }

  /** The operation that a request goes to, if it is described. */
  public Optional<Call> call(String method, String rawPath) {
    return operations.keySet().stream()
        .filter(route -> route.match(method, rawPath).isPresent())
        .max(Comparator.comparingLong(Route::words))
        .map(route -> new Call(route.toString(), route.match(method, rawPath).orElseThrow()));
  }

  /** What of an answer of a described operation is not as described; empty when all is. */
  public List<String> wrongIn(String route, ReceivedResponse response) {
    List<String> wrong =
        new ArrayList<>(failure(responses.validate(response.validatable(), id(route))));
    JsonNode answer = resolve(operation(route).path("responses").path("" + response.status()));
    Set<String> names = new TreeSet<>(Set.of("content-type"));
    answer
        .path("headers")
        .fieldNames()
        .forEachRemaining(name -> names.add(name.toLowerCase(Locale.ROOT)));
    for (String name : response.headers().keySet()) {
      if (!answer.isMissingNode() && !names.contains(name)) {
        wrong.add("The header " + name + " is not described.");
      }
    }
    if (!answer.isMissingNode() && !answer.has("content") && !response.body().isEmpty()) {
      wrong.add("There is a body, and none is described.");
    }
    return wrong;
  }

  /** What of a request to a described operation is not as described; empty when all is. */
  public List<String> wrongIn(String route, SentRequest request) {
    List<String> wrong =
        new ArrayList<>(failure(requests.validate(request.validatable(), id(route))));
    Set<String> known = new TreeSet<>();
    for (JsonNode parameter : operation(route).path("parameters")) {
      known.add(resolve(parameter).path("name").asText());
    }
    for (String name : request.query().keySet()) {
      if (!known.contains(name)) {
        wrong.add("The query parameter " + name + " is not described.");
      }
    }
    if (!operation(route).has("requestBody") && !request.body().isEmpty()) {
      wrong.add("There is a body, and none is described.");
    }
    return wrong;
  }

  /**
   * What of a value is not as a schema says; empty when all is.
   *
   * @param schema its place in the document, as {@code #/components/schemas/Job}
   */
  public List<String> wrongIn(String schema, JsonNode value) {
    OutputUnit output =
        described
            .getSchemaRepository()
            .validator("app:///" + schema)
            .validate(Json.decodeValue(value.toString()));
    return output.getValid() ? List.of() : errors(output);
  }

  /** What a reference leads to; the node itself when it is none. */
  public JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private JsonNode operation(String route) {
    String[] methodAndPath = route.split(" ", 2);
    JsonNode operation = operations.get(new Route(methodAndPath[0], methodAndPath[1]));
    if (operation == null) {
      throw new IllegalArgumentException(route + " is not described.");
    }
    return operation;
  }

  private String id(String route) {
    return operation(route).path("operationId").asText();
  }

  private static Map<Route, JsonNode> operations(JsonNode document) {
    Map<Route, JsonNode> operations = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          operations.put(
              new Route(method.toUpperCase(Locale.ROOT), BASE + path.getKey()),
              path.getValue().get(method));
        }
      }
    }
    return operations;
  }

  private static List<String> failure(Future<?> validated) {
    try {
      done(validated);
      return List.of();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SchemaValidationException schema) {
        return List.of(schema.getMessage() + " " + errors(schema.getOutputUnit()));
      }
      return List.of(String.valueOf(e.getCause().getMessage()));
    }
  }

  private static List<String> errors(OutputUnit output) {
    return output.getErrors().stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getError())
        .distinct()
        .collect(Collectors.toList());
  }

  private static <T> T done(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
