package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.darkroom.local.journal.Outbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncInvocationsTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private final List<JsonNode> lost = new CopyOnWriteArrayList<>();

  @Test
  void aFunctionThatFailsOnceIsTriedAgain() {
    AtomicInteger calls = new AtomicInteger();
    Functions failsOnce =
        (function, event) -> {
          if (calls.incrementAndGet() == 1) {
            throw ErrorDocument.of(new IllegalStateException("not now"));
          }
          return JSON.nullNode();
        };
    try (AsyncInvocations invocations = new AsyncInvocations(failsOnce, Outbox.NONE, 1)) {
      invocations.onFailure("f", lost::add);
      invocations.invoke("f", JSON.objectNode());
      Awaitility.await().untilAsserted(() -> assertThat(calls).hasValue(2));
      assertThat(lost).isEmpty();
    }
  }

  @Test
  void aFunctionThatFailsThreeTimesLeavesItsEventToTheDeadLetters() {
    AtomicInteger calls = new AtomicInteger();
    Functions fails =
        (function, event) -> {
          calls.incrementAndGet();
          throw ErrorDocument.of(new IllegalStateException("never"));
        };
    try (AsyncInvocations invocations = new AsyncInvocations(fails, Outbox.NONE, 1)) {
      invocations.onFailure("f", lost::add);
      invocations.invoke("f", JSON.objectNode());
      Awaitility.await().untilAsserted(() -> assertThat(lost).containsExactly(JSON.objectNode()));
      assertThat(calls).hasValue(3);
    }
  }

  @Test
  void anEventWhoseFunctionWasCutOffIsGivenToItAgain(@TempDir Path folder) {
    CountDownLatch never = new CountDownLatch(1);
    Functions hangs =
        (function, event) -> {
          never.await();
          return JSON.nullNode();
        };
    List<String> invoked = new CopyOnWriteArrayList<>();
    try (AsyncInvocations killed = new AsyncInvocations(hangs, Outbox.in(folder), 1)) {
      killed.invoke("arn:aws:lambda:r:123456789012:function:f:live", JSON.textNode("one"));
      killed.invoke("g", JSON.textNode("two"));

      Functions takes =
          (function, event) -> {
            invoked.add(function + " " + event.asText());
            return JSON.nullNode();
          };
      try (AsyncInvocations next = new AsyncInvocations(takes, Outbox.in(folder), 1)) {
        next.resume();
        Awaitility.await().until(() -> Outbox.in(folder).leftovers().isEmpty());
      }
    }
    assertThat(invoked)
        .containsExactlyInAnyOrder("arn:aws:lambda:r:123456789012:function:f:live one", "g two");
  }

  @Test
  void anEventThatWasLeftGoesToTheDeadLettersOfItsFunction(@TempDir Path folder) {
    Outbox.in(folder).add(JSON.objectNode().put("function", "f:live").put("event", "one"));
    Functions fails =
        (function, event) -> {
          throw ErrorDocument.of(new IllegalStateException("never"));
        };
    try (AsyncInvocations next = new AsyncInvocations(fails, Outbox.in(folder), 100_000)) {
      next.onFailure("arn:aws:lambda:r:123456789012:function:f", lost::add);
      next.resume();
      Awaitility.await().until(() -> Outbox.in(folder).leftovers().isEmpty());
    }
    assertThat(lost).containsExactly(JSON.textNode("one"));
  }

  @Test
  void thePaceShortensThePauses() {
    AtomicInteger calls = new AtomicInteger();
    Functions fails =
        (function, event) -> {
          calls.incrementAndGet();
          throw ErrorDocument.of(new IllegalStateException("never"));
        };
    try (AsyncInvocations invocations = new AsyncInvocations(fails, Outbox.NONE, 100_000)) {
      invocations.invoke("f", JSON.objectNode());
      // Three seconds of pauses by default.
      Awaitility.await()
          .atMost(Duration.ofMillis(2500))
          .untilAsserted(() -> assertThat(calls).hasValue(3));
    }
  }
}
