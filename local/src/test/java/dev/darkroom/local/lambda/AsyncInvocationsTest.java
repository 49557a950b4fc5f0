package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AsyncInvocationsTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

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
      invocations.invoke("f", JSON.objectNode());
      Awaitility.await().untilAsserted(() -> assertThat(calls).hasValue(2));
    }
  }

  @Test
  void aFunctionThatAlwaysFailsIsTriedThreeTimes() {
    AtomicInteger calls = new AtomicInteger();
    Functions fails =
        (function, event) -> {
          calls.incrementAndGet();
          throw ErrorDocument.of(new IllegalStateException("never"));
        };
    try (AsyncInvocations invocations = new AsyncInvocations(fails)) {
      invocations.invoke("f", JSON.objectNode());
      Awaitility.await().untilAsserted(() -> assertThat(calls).hasValue(3));
    }
  }
}
