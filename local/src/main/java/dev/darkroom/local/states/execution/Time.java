package dev.darkroom.local.states.execution;

import java.time.Duration;
import java.time.Instant;

/** The clock of executions; may be used on many threads at once. */
public interface Time extends AutoCloseable {
  Instant now();

  /**
   * Lets time pass on the calling thread.
   *
   * @throws InterruptedException when the execution no longer waits
   */
  void pause(Duration duration) throws InterruptedException;

  /** Does something after a while, on another thread, unless the alarm is closed before. */
  Alarm after(Duration duration, Runnable action);

  /** Drops all alarms. */
  @Override
  default void close() {}

  /** An action to come. */
  interface Alarm extends AutoCloseable {
    @Override
    void close();
  }
}
