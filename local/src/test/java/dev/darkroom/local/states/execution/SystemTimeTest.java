package dev.darkroom.local.states.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
  private final SystemTime time = new SystemTime();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void pausesForAsLongAsItIsTold() throws Exception {
    Instant before = time.now();

    time.pause(Duration.ofMillis(20));

    assertThat(Duration.between(before, time.now())).isGreaterThanOrEqualTo(Duration.ofMillis(19));
  }

  @Test
  void goesOffOnTimeUnlessItIsClosed() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    CountDownLatch later = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(1);

    time.after(Duration.ofMillis(500), () -> closed.set(true)).close();
    time.after(Duration.ZERO, () -> awaitQuietly(blocked));
    time.after(Duration.ofMillis(600), later::countDown);

    // The alarm that takes its time holds up no other.
    assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(closed).isFalse();
    blocked.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
