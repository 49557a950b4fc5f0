package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

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
    try (AsyncInvocations invocations = new AsyncInvocations(failsOnce)) {
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
    try (AsyncInvocations invocations = new AsyncInvocations(fails)) {
      invocations.onFailure("f", lost::add);
      invocations.invoke("f", JSON.objectNode());
      Awaitility.await().untilAsserted(() -> assertThat(lost).containsExactly(JSON.objectNode()));
      assertThat(calls).hasValue(3);
    }
  }
}
