package dev.darkroom.local.deploy;

import dev.darkroom.local.events.DeadLetters;
import dev.darkroom.local.events.Delivery;
import dev.darkroom.local.events.RetryPolicy;
import dev.darkroom.local.events.Rule;
import dev.darkroom.local.events.Target;
import dev.darkroom.local.events.TargetInput;
import dev.darkroom.local.template.Properties;
import java.time.Duration;
import java.util.List;

/**
 * The rules that a state machine's or a function's {@code Events} declare.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineeventbridgerule.html">
 *     EventBridgeRule</a>
 */
final class RuleDeployer {
  private final Services services;

  RuleDeployer(Services services) {
    this.services = services;
  }

  /**
   * Adds a rule.
   *
   * @param name the logical id that SAM gives it
   * @param rule the event's properties
   * @param targetArn what is to receive the events
   * @param delivery starts the target's work
   */
  void rule(String name, Properties rule, String targetArn, Delivery delivery) {
    Target target =
        new Target(
            name,
            targetArn,
            delivery,
            TargetInput.EVENT,
            rule.optionalObject("RetryPolicy")
                .map(RuleDeployer::retries)
                .orElse(RetryPolicy.STANDARD),
            rule.optionalObject("DeadLetterConfig").map(this::deadLetters));
    services.bus.addRule(
        new Rule(services.stack.name() + "-" + name, rule.json("Pattern"), List.of(target)));
  }

  static RetryPolicy retries(Properties policy) {
    return new RetryPolicy(
        policy
            .optionalNumber("MaximumRetryAttempts")
            .map(Math::toIntExact)
            .orElse(RetryPolicy.STANDARD.maximumRetryAttempts()),
        policy
            .optionalNumber("MaximumEventAgeInSeconds")
            .map(Duration::ofSeconds)
            .orElse(RetryPolicy.STANDARD.maximumEventAge()));
  }

  private DeadLetters deadLetters(Properties config) {
    String queueArn = config.text("Arn");
    return (body, attributes) -> services.queues.send(queueArn, body, attributes);
  }
}
