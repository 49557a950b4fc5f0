package dev.darkroom.local.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.events.InvalidRule;
import dev.darkroom.local.scheduler.Rate;
import dev.darkroom.local.scheduler.ScheduledTarget;
import dev.darkroom.local.template.Place;
import dev.darkroom.local.template.Properties;
import java.util.Optional;

/**
 * The schedules that a function's {@code Events} declare. To hand an event to a function of this
 * process does not fail, so retry policy and dead-letter queue have nothing to do.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedulev2.html">
 *     ScheduleV2</a>
 */
final class ScheduleDeployer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Services services;

  ScheduleDeployer(Services services) {
    this.services = services;
  }

  /**
   * Adds a schedule.
   *
   * @param id the logical id that SAM gives it
   * @param schedule the event's properties
   */
  void schedule(String id, Properties schedule, ScheduledTarget target) {
    schedule.withoutEffect("Description");
    checkRetries(schedule);
    schedule.optionalObject("DeadLetterConfig").ifPresent(queue -> queue.text("Arn"));
    services.scheduler.add(
        schedule.optionalText("Name").orElseGet(() -> services.stack.name() + "-" + id),
        rate(schedule).every(),
        input(schedule),
        target);
  }

  private static Rate rate(Properties schedule) {
    Place place = schedule.place("ScheduleExpression");
    try {
      return Rate.parse(schedule.text("ScheduleExpression"));
    } catch (IllegalArgumentException e) {
      throw place.unsupported(e.getMessage());
    }
  }

  private static Optional<JsonNode> input(Properties schedule) {
    Optional<String> text = schedule.optionalText("Input");
    try {
      return text.isPresent() ? Optional.of(JSON.readTree(text.get())) : Optional.empty();
    } catch (JsonProcessingException e) {
      throw schedule.place("Input").invalid("must be JSON", e);
    }
  }

  private static void checkRetries(Properties schedule) {
    try {
      schedule.optionalObject("RetryPolicy").ifPresent(RuleDeployer::retries);
    } catch (InvalidRule e) {
      throw schedule.place("RetryPolicy").invalid("is refused: " + e.getMessage(), e);
    }
  }
}
