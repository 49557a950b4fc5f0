package dev.darkroom.local.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Runs tasks on the calling thread; pauses pass at once on its own clock. */
final class ManualSchedule extends Clock implements Schedule {
  private final Deque<Runnable> due = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-02T03:04:05.678Z");

  /** Runs everything, with all the retries that it leads to. */
  void runAll() {
    while (!due.isEmpty()) {
      due.remove().run();
    }
  }

  /** Runs what is due first. */
  void runNext() {
    due.remove().run();
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  List<Duration> pauses() {
    return pauses;
  }

  @Override
  public void now(Runnable task) {
    due.add(task);
  }

  @Override
  public void after(Duration pause, Runnable task) {
    pauses.add(pause);
    due.add(
        () -> {
          now = now.plus(pause);
          task.run();
        });
  }

  @Override
  public void close() {
    due.clear();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
