package dev.darkroom.local.states.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A clock that moves only when an execution pauses, or when a test says so. */
public final class ManualTime implements Time {
  private record Due(Instant at, Runnable action) {}

  private final List<Duration> pauses = new ArrayList<>();
  private final List<Due> alarms = new ArrayList<>();
  private final CountDownLatch pausing = new CountDownLatch(1);
  private final boolean holding;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private ManualTime(boolean holding) {
    this.holding = holding;
  }

  /** Pauses end at once; the clock has moved on then. */
  public static ManualTime jumping() {
    return new ManualTime(false);
  }

  /** Pauses end only by an interrupt. */
  public static ManualTime holding() {
    return new ManualTime(true);
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    synchronized (this) {
      pauses.add(duration);
    }
    pausing.countDown();
    if (holding) {
      new CountDownLatch(1).await();
    }
    advance(duration);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @Override
  public synchronized Alarm after(Duration duration, Runnable action) {
    Due due = new Due(now.plus(duration), action);
    alarms.add(due);
    return () -> remove(due);
  }

  private synchronized void remove(Due due) {
    alarms.remove(due);
  }

  /** Moves the clock, and does what falls due meanwhile. */
  public void advance(Duration duration) {
    Instant end = now().plus(duration);
    for (Optional<Due> due = next(end); due.isPresent(); due = next(end)) {
      due.get().action().run();
    }
    synchronized (this) {
      now = end;
    }
  }

  private synchronized Optional<Due> next(Instant end) {
    Optional<Due> next =
        alarms.stream().filter(due -> !due.at().isAfter(end)).min(Comparator.comparing(Due::at));
    next.ifPresent(
        due -> {
          alarms.remove(due);
          now = due.at();
        });
    return next;
  }

  public synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  public synchronized int alarms() {
    return alarms.size();
  }

  /** Waits until an execution pauses. */
  public void awaitPause() throws InterruptedException {
    pausing.await();
  }
}
