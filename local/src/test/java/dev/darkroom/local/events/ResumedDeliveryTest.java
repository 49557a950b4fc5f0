package dev.darkroom.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.journal.Outbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each bus on the same folder is that of the next process; none is closed, as a kill has it. */
class ResumedDeliveryTest {
  @TempDir private Path folder;
  private final ManualSchedule schedule = new ManualSchedule();
  private final List<String> delivered = new ArrayList<>();
  private final List<String> buried = new ArrayList<>();

  @Test
  void killedBeforeTheFirstAttempt() {
    bus(this::take, RetryPolicy.STANDARD).publish(event("1"));
    schedule.close();

    bus(this::take, RetryPolicy.STANDARD).resume();
    schedule.runAll();

    assertThat(delivered).containsExactly("1");
    assertNothingIsLeft();
  }

  @Test
  void killedAfterTheTargetTookItAndBeforeThatWasNoted() {
    bus(this::takeAndBeKilled, RetryPolicy.STANDARD).publish(event("1"));
    assertThatThrownBy(schedule::runAll).isInstanceOf(Killed.class);

    bus(this::take, RetryPolicy.STANDARD).resume();
    schedule.runAll();

    assertThat(delivered).as("at least once").containsExactly("1", "1");
    assertNothingIsLeft();
  }

  @Test
  void killedWhileARetryWaits() {
    ManualSchedule first = new ManualSchedule();
    bus(first, this::fail, RetryPolicy.STANDARD).publish(event("1"));
    first.runNext();
    assertThat(first.pauses()).hasSize(1);

    bus(this::take, RetryPolicy.STANDARD).resume();
    schedule.runAll();

    assertThat(delivered).containsExactly("1");
    assertNothingIsLeft();
  }

  @Test
  void killedAfterItWasDelivered() {
    bus(this::take, RetryPolicy.STANDARD).publish(event("1"));
    schedule.runAll();

    assertThat(delivered).containsExactly("1");
    assertNothingIsLeft();
  }

  @Test
  void killedAfterItWasBuried() {
    bus(this::fail, new RetryPolicy(0, Duration.ofHours(1))).publish(event("1"));
    schedule.runAll();

    assertThat(buried).containsExactly("1");
    assertNothingIsLeft();
  }

  @Test
  void whatCouldNotBeBuriedIsLeft() {
    DeadLetters refuse =
        (body, attributes) -> {
          throw new IllegalStateException("no queue");
        };
    bus(schedule, this::fail, new RetryPolicy(0, Duration.ofHours(1)), refuse).publish(event("1"));
    schedule.runAll();

    bus(this::take, RetryPolicy.STANDARD).resume();
    schedule.runAll();

    assertThat(delivered).containsExactly("1");
  }

  @Test
  void theAgeOfAnEventCountsFromItsPublication() {
    RetryPolicy minute = new RetryPolicy(185, Duration.ofSeconds(60));
    bus(this::take, minute).publish(event("1"));
    schedule.close();
    schedule.advance(Duration.ofMinutes(2));

    bus(this::fail, minute).resume();
    schedule.runAll();

    assertThat(schedule.pauses()).isEmpty();
    assertThat(buried).containsExactly("1");
  }

  @Test
  void anEventWhoseRuleIsGoneIsDropped() {
    bus(this::take, RetryPolicy.STANDARD).publish(event("1"));
    schedule.close();
    Timing timing = new Timing(schedule, Backoff.STANDARD, schedule);

    new EventBus("r", "123456789012", timing, Outbox.in(folder)).resume();

    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() {
    assertThat(Outbox.in(folder).leftovers()).isEmpty();
  }

  private void take(JsonNode input) {
    delivered.add(input.path("id").asText());
  }

  private void takeAndBeKilled(JsonNode input) {
    take(input);
    throw new Killed();
  }

  private void fail(JsonNode input) {
    throw new IllegalStateException("busy");
  }

  private EventBus bus(Delivery delivery, RetryPolicy policy) {
    return bus(schedule, delivery, policy);
  }

  private EventBus bus(ManualSchedule on, Delivery delivery, RetryPolicy policy) {
    return bus(on, delivery, policy, (body, attributes) -> buried.add(id(body)));
  }

  private EventBus bus(
      ManualSchedule on, Delivery delivery, RetryPolicy policy, DeadLetters deadLetters) {
    EventBus bus =
        new EventBus(
            "r", "123456789012", new Timing(on, Backoff.STANDARD, schedule), Outbox.in(folder));
    ObjectNode pattern = JsonNodeFactory.instance.objectNode();
    pattern.putArray("source").add("test");
    Target target =
        new Target(
            "t", "arn:target", delivery, TargetInput.EVENT, policy, Optional.of(deadLetters));
    bus.addRule(new Rule("R", pattern, List.of(target)));
    return bus;
  }

  private static String id(String body) {
    return body.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
  }

  private static ObjectNode event(String id) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("source", "test").put("detail-type", "Test").put("id", id).putObject("detail");
    return event;
  }

  /** No handler of exceptions gets it, as nothing runs after a kill. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
