package dev.darkroom.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.journal.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
  private final ManualSchedule schedule = new ManualSchedule();
  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8));
  private final EventBus bus =
      new EventBus("r", "123456789012", new Timing(schedule, backoff, schedule), Outbox.NONE);
  private final List<String> bodies = new ArrayList<>();
  private final List<Map<String, String>> attributes = new ArrayList<>();
  private int attempts;

  @Test
  void triesAgainUntilTheTargetTakesTheEvent() {
    publishTo(
        input -> {
          if (++attempts < 3) {
            throw new IllegalStateException("busy");
          }
        },
        RetryPolicy.STANDARD);

    assertThat(attempts).isEqualTo(3);
    assertThat(schedule.pauses()).hasSize(2);
    assertThat(bodies).isEmpty();
  }

  @Test
  void pausesLongerEachTimeUpToTheCap() {
    publishTo(this::fail, new RetryPolicy(6, Duration.ofHours(1)));

    List<Long> longest = List.of(1000L, 2000L, 4000L, 8000L, 8000L, 8000L);
    assertThat(schedule.pauses()).hasSameSizeAs(longest);
    for (int i = 0; i < longest.size(); i++) {
      assertThat(schedule.pauses().get(i).toMillis()).isBetween(longest.get(i) / 2, longest.get(i));
    }
  }

  @Test
  void sendsTheEventToTheDeadLettersAfterTheLastRetry() {
    publishTo(this::fail, new RetryPolicy(2, Duration.ofHours(1)));

    assertThat(attempts).isEqualTo(3);
    assertThat(bodies).singleElement().asString().contains("\"source\":\"test\"", "\"id\":\"1\"");
    assertThat(attributes)
        .containsExactly(
            Map.of(
                "RULE_ARN", "arn:aws:events:r:123456789012:rule/R",
                "TARGET_ARN", "arn:target",
                "ERROR_CODE", "ERROR_FROM_TARGET",
                "ERROR_MESSAGE", "busy",
                "EXHAUSTED_RETRY_CONDITION", "MaximumRetryAttempts",
                "RETRY_ATTEMPTS", "2"));
  }

  @Test
  void doesNotRetryWhenThePolicyHasNoRetries() {
    publishTo(this::fail, new RetryPolicy(0, Duration.ofHours(1)));

    assertThat(attempts).isEqualTo(1);
    assertThat(attributes.get(0)).containsEntry("RETRY_ATTEMPTS", "0");
  }

  @Test
  void endsWhenTheEventIsTooOld() {
    publishTo(this::fail, new RetryPolicy(185, Duration.ofSeconds(60)));

    // Three pauses of 7 s in all at most, then pauses of 4 to 8 s each, fill 60 s.
    assertThat(attempts).isBetween(8, 19);
    assertThat(attributes.get(0))
        .containsEntry("EXHAUSTED_RETRY_CONDITION", "MaximumEventAgeInSeconds")
        .containsEntry("RETRY_ATTEMPTS", Integer.toString(attempts - 1));
  }

  @Test
  void doesNotRetryWhatCannotBeDelivered() {
    publishTo(
        input -> {
          attempts++;
          throw new Undeliverable("NO_RESOURCE", "no such state machine");
        },
        RetryPolicy.STANDARD);

    assertThat(attempts).isEqualTo(1);
    assertThat(attributes.get(0))
        .containsEntry("ERROR_CODE", "NO_RESOURCE")
        .containsEntry("ERROR_MESSAGE", "no such state machine")
        .containsEntry("RETRY_ATTEMPTS", "0")
        .doesNotContainKey("EXHAUSTED_RETRY_CONDITION");
  }

  @Test
  void namesAnErrorThatHasNoMessage() {
    publishTo(
        input -> {
          throw new IllegalStateException();
        },
        new RetryPolicy(0, Duration.ofHours(1)));

    assertThat(attributes.get(0)).containsEntry("ERROR_MESSAGE", "java.lang.IllegalStateException");
  }

  @ParameterizedTest
  @CsvSource({"-1, 60", "186, 60", "1, 59", "1, 86401"})
  void refusesAPolicyThatEventBridgeDoesNotTake(int retries, long seconds) {
    assertThatThrownBy(() -> new RetryPolicy(retries, Duration.ofSeconds(seconds)))
        .isInstanceOf(InvalidRule.class);
  }

  private void fail(Object input) {
    attempts++;
    throw new IllegalStateException("busy");
  }

  private void publishTo(Delivery delivery, RetryPolicy policy) {
    DeadLetters deadLetters =
        (body, of) -> {
          bodies.add(body);
          attributes.add(of);
        };
    ObjectNode pattern = JsonNodeFactory.instance.objectNode();
    pattern.putArray("source").add("test");
    bus.addRule(
        new Rule(
            "R",
            pattern,
            List.of(
                new Target(
                    "t",
                    "arn:target",
                    delivery,
                    TargetInput.EVENT,
                    policy,
                    Optional.of(deadLetters)))));
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("source", "test").put("detail-type", "Test").put("id", "1").putObject("detail");
    bus.publish(event);
    schedule.runAll();
  }
}
