package dev.darkroom.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.lambda.FunctionSettings;
import dev.darkroom.local.template.Place;
import dev.darkroom.local.template.Properties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Functions, and what invokes them: routes of the HTTP API, rules and schedules.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html">
 *     AWS::Serverless::Function</a>
 */
final class FunctionDeployer {
  private static final Set<String> RUNTIMES = Set.of("java17", "java21", "java25");
  private static final long STANDARD_TIMEOUT_SECONDS = 3;
  private static final long STANDARD_MEMORY = 128;

  private final Settings settings;
  private final Services services;
  private final HttpApiDeployer apis;
  private final RuleDeployer rules;
  private final ScheduleDeployer schedules;

  FunctionDeployer(Settings settings, Services services, HttpApiDeployer apis, RuleDeployer rules) {
    this.settings = settings;
    this.services = services;
    this.apis = apis;
    this.rules = rules;
    this.schedules = new ScheduleDeployer(services);
  }

  Deployed function(String logicalId, Properties properties) {
    properties.withoutEffect(
        "Architectures", "Description", "LoggingConfig", "Policies", "SnapStart", "Tags");
    String name =
        properties
            .optionalText("FunctionName")
            .orElseGet(() -> services.stack.name() + "-" + logicalId);
    String arn =
        "arn:aws:lambda:%s:%s:function:%s"
            .formatted(services.stack.region(), services.stack.accountId(), name);
    if (!RUNTIMES.contains(properties.text("Runtime"))) {
      throw properties.place("Runtime").unsupported("has to be one of " + RUNTIMES);
    }
    Duration timeout =
        Duration.ofSeconds(properties.optionalNumber("Timeout").orElse(STANDARD_TIMEOUT_SECONDS));
    int memory = Math.toIntExact(properties.optionalNumber("MemorySize").orElse(STANDARD_MEMORY));
    add(
        new FunctionSettings(
            name,
            arn,
            code(properties),
            properties.text("Handler"),
            environment(name, memory, properties),
            timeout,
            memory),
        properties.place("Handler"));
    deadLetters(properties).ifPresent(takes -> services.asyncInvocations.onFailure(arn, takes));
    properties
        .objectsByName("Events")
        .forEach((eventId, event) -> event(logicalId + eventId, arn, event));
    Map<String, String> attributes = new HashMap<>(Map.of("Arn", arn));
    properties
        .optionalText("AutoPublishAlias")
        .ifPresent(alias -> attributes.put("Alias", arn + ":" + alias));
    return new Deployed(name, attributes);
  }

  private void add(FunctionSettings function, Place handler) {
    try {
      services.functions.add(function);
    } catch (IllegalArgumentException e) {
      throw handler.invalid("cannot be run: " + e.getMessage(), e);
    }
  }

  /** What becomes of events that the function failed on, when nobody waits for its answer. */
  private Optional<Consumer<JsonNode>> deadLetters(Properties properties) {
    Optional<Properties> queue = properties.optionalObject("DeadLetterQueue");
    if (queue.isEmpty()) {
      return Optional.empty();
    }
    if (!queue.get().text("Type").equals("SQS")) {
      throw queue.get().place("Type").unsupported("has to be SQS");
    }
    String queueArn = queue.get().text("TargetArn");
    return Optional.of(event -> services.queues.send(queueArn, event.toString(), Map.of()));
  }

  private Path code(Properties properties) {
    Path code = settings.file(properties.text("CodeUri"));
    if (!Files.isRegularFile(code)) {
      Place place = properties.place("CodeUri");
      throw place.invalid("names no file; build the project first: " + code);
    }
    return code;
  }

  private Map<String, String> environment(String name, int memory, Properties properties) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_REGION", services.stack.region());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", name);
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memory));
    properties
        .optionalObject("Environment")
        .ifPresent(environment -> variables.putAll(environment.map("Variables")));
    return Map.copyOf(variables);
  }

  private void event(String id, String functionArn, Properties event) {
    switch (event.text("Type")) {
      case "HttpApi" -> apis.addRoute(functionArn, event.object("Properties"));
      case "EventBridgeRule" ->
          rules.rule(
              id,
              event.object("Properties"),
              functionArn,
              input -> services.asyncInvocations.invoke(functionArn, input));
      case "ScheduleV2" ->
          schedules.schedule(
              id,
              event.object("Properties"),
              input -> services.asyncInvocations.invoke(functionArn, input));
      default ->
          throw event.place("Type").unsupported("has to be HttpApi, EventBridgeRule or ScheduleV2");
    }
  }
}
