package dev.darkroom.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.events.DeadLetters;
import dev.darkroom.local.events.RetryPolicy;
import dev.darkroom.local.events.Rule;
import dev.darkroom.local.events.Target;
import dev.darkroom.local.events.TargetInput;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.template.Properties;
import dev.darkroom.local.template.Substitutions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * State machines and the rules that start them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html">
 *     AWS::Serverless::StateMachine</a>
 */
final class StateMachineDeployer {
  private final Settings settings;
  private final Services services;

  StateMachineDeployer(Settings settings, Services services) {
    this.settings = settings;
    this.services = services;
  }

  Deployed stateMachine(String logicalId, Properties properties) throws IOException {
    properties.withoutEffect("Policies", "Tags");
    if (!properties.optionalText("Type").orElse("STANDARD").equals("STANDARD")) {
      throw properties.place("Type").unsupported("has to be STANDARD");
    }
    String name =
        properties.optionalText("Name").orElseGet(() -> services.stack.name() + "-" + logicalId);
    Path file = settings.file(properties.text("DefinitionUri"));
    String definition =
        new Substitutions(
                properties.map("DefinitionSubstitutions"),
                properties.place("DefinitionSubstitutions"))
            .apply(file.getFileName().toString(), Files.readString(file));
    String role =
        "arn:aws:iam::%s:role/%s".formatted(services.stack.accountId(), logicalId + "Role");
    String arn = create(name, definition, role, properties);
    properties
        .objectsByName("Events")
        .forEach((eventId, event) -> startOn(logicalId + eventId, event, arn));
    return new Deployed(arn, Map.of("Arn", arn, "Name", name));
  }

  private String create(String name, String definition, String role, Properties properties) {
    try {
      return services.states.createStateMachine(name, definition, role);
    } catch (AwsError e) {
      throw properties.place("DefinitionUri").invalid("is refused: " + e.getMessage());
    }
  }

  private void startOn(String ruleName, Properties event, String stateMachineArn) {
    if (!event.text("Type").equals("EventBridgeRule")) {
      throw event.place("Type").unsupported("has to be EventBridgeRule");
    }
    Properties rule = event.object("Properties");
    JsonNode pattern = rule.json("Pattern");
    Target target =
        new Target(
            ruleName,
            stateMachineArn,
            input -> services.states.startExecution(stateMachineArn, null, input),
            TargetInput.EVENT,
            rule.optionalObject("RetryPolicy")
                .map(StateMachineDeployer::retries)
                .orElse(RetryPolicy.STANDARD),
            rule.optionalObject("DeadLetterConfig").map(this::deadLetters));
    services.bus.addRule(
        new Rule(services.stack.name() + "-" + ruleName, pattern, List.of(target)));
  }

  private static RetryPolicy retries(Properties policy) {
    Optional<Long> attempts = policy.optionalNumber("MaximumRetryAttempts");
    Optional<Long> age = policy.optionalNumber("MaximumEventAgeInSeconds");
    return new RetryPolicy(
        attempts.map(Math::toIntExact).orElse(RetryPolicy.STANDARD.maximumRetryAttempts()),
        age.map(Duration::ofSeconds).orElse(RetryPolicy.STANDARD.maximumEventAge()));
  }

  private DeadLetters deadLetters(Properties config) {
    String queueArn = config.text("Arn");
    return (body, attributes) -> services.queues.send(queueArn, body, attributes);
  }
}
