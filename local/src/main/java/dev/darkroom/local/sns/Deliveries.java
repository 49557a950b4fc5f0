package dev.darkroom.local.sns;

import dev.darkroom.local.http.AwsError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers in the background, in lanes: within a lane one after the other, in the order enqueued;
 * lanes do not wait for each other. What fails is tried again a few times, then logged as an error.
 */
final class Deliveries implements AutoCloseable {
  /** One try to deliver. */
  @FunctionalInterface
  interface Attempt {
    void run() throws Exception;
  }

  private record Delivery(String what, Attempt attempt, Runnable ended) {}

  static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2));

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final int THREADS = 4;
  private static final Duration DRAIN = Duration.ofSeconds(2);

  private final List<Duration> pauses;
  private final Duration drain;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Deliveries::daemon);

  /** By lane; a lane is here while it has work, and its head is the delivery under way. */
  private final Map<String, Deque<Delivery>> lanes = new HashMap<>();

  private boolean closed;

  Deliveries() {
    this(PAUSES, DRAIN);
  }

  /**
   * @param pauses before the second try, the third and so on
   * @param drain how long closing waits for what is enqueued
   */
  Deliveries(List<Duration> pauses, Duration drain) {
    this.pauses = List.copyOf(pauses);
    this.drain = drain;
  }

  /**
   * Adds a delivery and returns at once.
   *
   * @param what the message and where it goes, for the log
   */
  void enqueue(String lane, String what, Attempt attempt) {
    enqueue(lane, what, attempt, () -> {});
  }

  /**
   * The same.
   *
   * @param ended is run once it was delivered or given up, and not when closing ends it
   */
  void enqueue(String lane, String what, Attempt attempt, Runnable ended) {
    synchronized (lanes) {
      if (closed) {
        log.error("{} is not delivered: deliveries are closed", what);
        return;
      }
      Deque<Delivery> waiting = lanes.get(lane);
      if (waiting != null) {
        waiting.addLast(new Delivery(what, attempt, ended));
        return;
      }
      Delivery first = new Delivery(what, attempt, ended);
      lanes.put(lane, new ArrayDeque<>(List.of(first)));
      threads.execute(() -> tryToDeliver(lane, first, 0));
    }
  }

  /** Waits a while for what is enqueued, then gives up, logging each delivery that is left. */
  @Override
  public void close() {
    synchronized (lanes) {
      closed = true;
      awaitEmpty();
      threads.shutdownNow();
      for (Deque<Delivery> waiting : lanes.values()) {
        waiting.forEach(delivery -> log.error("{} is not delivered: closing", delivery.what()));
      }
      lanes.clear();
    }
  }

  private void awaitEmpty() {
    long deadline = System.nanoTime() + drain.toNanos();
    try {
      for (long left = drain.toNanos();
          left > 0 && !lanes.isEmpty();
          left = deadline - System.nanoTime()) {
        lanes.wait(Duration.ofNanos(left).toMillis() + 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryToDeliver(String lane, Delivery delivery, int retries) {
    try {
      delivery.attempt().run();
    } catch (Exception e) {
      if (threads.isShutdown()) {
        return; // Cut off by closing, which has told of it.
      }
      // What AWS's own services refuse, they refuse again.
      if (retries < pauses.size() && !(e instanceof AwsError)) {
        log.warn("{} is tried again: {}", delivery.what(), e.toString());
        later(lane, delivery, retries);
        return;
      }
      log.error("{} is not delivered after {} tries", delivery.what(), retries + 1, e);
    }
    delivery.ended().run();
    next(lane);
  }

  private void later(String lane, Delivery delivery, int retries) {
    // Once closed, the threads refuse it: it is still in its lane, and so in the log.
    CompletableFuture.delayedExecutor(
            pauses.get(retries).toMillis(), TimeUnit.MILLISECONDS, threads)
        .execute(() -> tryToDeliver(lane, delivery, retries + 1));
  }

  private void next(String lane) {
    synchronized (lanes) {
      Deque<Delivery> waiting = lanes.get(lane);
      if (waiting == null) {
        return;
      }
      waiting.removeFirst();
      if (waiting.isEmpty()) {
        lanes.remove(lane);
        lanes.notifyAll();
      } else if (!threads.isShutdown()) {
        Delivery head = waiting.getFirst();
        threads.execute(() -> tryToDeliver(lane, head, 0));
      }
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sns-delivery");
    thread.setDaemon(true);
    return thread;
  }
}
