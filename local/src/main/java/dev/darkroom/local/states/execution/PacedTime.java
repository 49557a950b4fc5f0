package dev.darkroom.local.states.execution;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock on which pauses are shorter than asked for; alarms, and so timeouts, are as asked for.
 */
public final class PacedTime implements Time {
  private final Time time;
  private final double pace;

  /**
   * @param time closed with this
   * @param pace how many times shorter pauses are, more than 0
   */
  public PacedTime(Time time, double pace) {
    this.time = time;
    this.pace = pace;
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    time.pause(Duration.ofNanos(Math.round(duration.toNanos() / pace)));
  }

  @Override
  public Alarm after(Duration duration, Runnable action) {
    return time.after(duration, action);
  }

  @Override
  public void close() {
    time.close();
  }
}
