package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeliveriesTest {
  private final BlockingQueue<String> delivered = new LinkedBlockingQueue<>();

  @Test
  void keepsTheOrderOfALaneThroughRetries() {
    AtomicInteger failures = new AtomicInteger(2);
    try (Deliveries deliveries = deliveries(3)) {
      deliveries.enqueue(
          "lane",
          "first",
          () -> {
            if (failures.getAndDecrement() > 0) {
              throw new IllegalStateException("The server is away.");
            }
            delivered.add("first");
          });
      IntStream.range(0, 100)
          .forEach(i -> deliveries.enqueue("lane", "next", () -> delivered.add("next " + i)));
    }

    assertThat(delivered).hasSize(101).startsWith("first", "next 0", "next 1").endsWith("next 99");
  }

  @Test
  void givesUpAfterTheLastTryAndGoesOn() {
    AtomicInteger tries = new AtomicInteger();
    try (Deliveries deliveries = deliveries(2)) {
      deliveries.enqueue(
          "lane",
          "poison",
          () -> {
            tries.incrementAndGet();
            throw new IllegalStateException("Refused.");
          });
      deliveries.enqueue("lane", "next", () -> delivered.add("next"));
    }

    assertThat(tries).hasValue(3);
    assertThat(delivered).containsExactly("next");
  }

  @Test
  void doesNotLetALaneWaitForAnother() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    try (Deliveries deliveries = deliveries(0)) {
      deliveries.enqueue("slow", "slow", stuck::await);
      deliveries.enqueue("quick", "quick", () -> delivered.add("quick"));

      assertThat(delivered.poll(10, TimeUnit.SECONDS)).isEqualTo("quick");
      stuck.countDown();
    }
  }

  @Test
  void closesInTimeThoughADeliveryIsStuck() {
    long started = System.nanoTime();
    Deliveries deliveries = new Deliveries(List.of(), Duration.ofMillis(20));
    deliveries.enqueue("lane", "stuck", () -> new CountDownLatch(1).await());
    deliveries.enqueue("lane", "behind", () -> delivered.add("behind"));
    deliveries.close();

    assertThat(System.nanoTime() - started).isBetween(20_000_000L, 5_000_000_000L);
    assertThat(delivered).isEmpty();
  }

  @Test
  void takesNothingOnceClosed() {
    Deliveries deliveries = deliveries(0);
    deliveries.close();
    deliveries.enqueue("lane", "late", () -> delivered.add("late"));

    assertThat(delivered).isEmpty();
  }

  private static Deliveries deliveries(int retries) {
    return new Deliveries(
        IntStream.range(0, retries).mapToObj(i -> Duration.ofMillis(1)).toList(),
        Duration.ofSeconds(10));
  }
}
