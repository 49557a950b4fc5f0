package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.template.Resource;
import dev.darkroom.local.template.Scope;
import dev.darkroom.local.template.Stack;
import dev.darkroom.local.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function as the project's template deploys it.
 *
 * @param jar the artifact that {@code CodeUri} names
 * @param environment with stand-ins for what other resources are called
 */
record DeployedFunction(
    String logicalId, String handler, Path jar, Map<String, String> environment, Duration timeout) {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Stack STACK = new Stack("us-east-1", "000000000000", "darkroom");

  /** What environments ask of other resources; nothing listens there. */
  private static final Map<String, String> ATTRIBUTES =
      Map.of("ProviderURL", "https://127.0.0.1:9/pool");

  static List<DeployedFunction> all() throws IOException {
    Template template = Template.read(PROJECT.resolve("template.yaml"));
    Scope scope = template.scope(STACK, Map.of());
    for (Resource resource : template.resources()) {
      scope.deployed(resource.logicalId(), resource.logicalId(), ATTRIBUTES);
    }
    return template.resources().stream()
        .filter(resource -> resource.type().equals("AWS::Serverless::Function"))
        .map(resource -> read(resource, scope))
        .toList();
  }

  String arn() {
    return "arn:aws:lambda:us-east-1:000000000000:function:" + logicalId;
  }

  String handlerClass() {
    return handler.split("::")[0];
  }

  private static DeployedFunction read(Resource resource, Scope scope) {
    JsonNode properties = resource.properties();
    Map<String, String> environment = new HashMap<>();
    scope
        .resolve(properties.at("/Environment/Variables"), resource.place())
        .properties()
        .forEach(variable -> environment.put(variable.getKey(), variable.getValue().asText()));
    return new DeployedFunction(
        resource.logicalId(),
        properties.get("Handler").asText(),
        PROJECT.resolve(properties.get("CodeUri").asText()),
        Map.copyOf(environment),
        Duration.ofSeconds(properties.get("Timeout").asLong()));
  }

  @Override
  public String toString() {
    return logicalId;
  }
}
