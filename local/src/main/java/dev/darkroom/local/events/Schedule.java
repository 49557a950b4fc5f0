package dev.darkroom.local.events;

import java.time.Duration;

/** Runs deliveries, now or after a pause. */
interface Schedule extends AutoCloseable {
  /**
   * Runs a task at once.
   *
   * @throws IllegalStateException when the schedule is closed
   */
  void now(Runnable task);

  /** Runs a task after a pause, unless the schedule is closed by then. */
  void after(Duration pause, Runnable task);

  /** Lets what runs end, gives up what waits. */
  @Override
  void close();
}
