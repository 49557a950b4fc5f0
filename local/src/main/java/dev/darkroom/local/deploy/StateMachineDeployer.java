package dev.darkroom.local.deploy;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.template.Properties;
import dev.darkroom.local.template.Substitutions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

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
  private final RuleDeployer rules;

  StateMachineDeployer(Settings settings, Services services, RuleDeployer rules) {
    this.settings = settings;
    this.services = services;
    this.rules = rules;
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
    rules.rule(
        ruleName,
        event.object("Properties"),
        stateMachineArn,
        input -> services.states.startExecution(stateMachineArn, null, input));
  }
}
