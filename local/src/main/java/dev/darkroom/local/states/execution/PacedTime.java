package dev.darkroom.local.states.execution;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock whose pauses are shorter: the waits of retries and of Wait states. Its timeouts are not,
 * as what they limit takes as long as ever.
 */
public final class PacedTime implements Time {
  private final double pace;
  private final Time time;

  /**
   * @param pace how many times shorter a pause is, above 0; 1 changes nothing
   * @param time closed with this clock
   */
  public PacedTime(double pace, Time time) {
    if (!(pace > 0) || Double.isInfinite(pace)) {
      throw new IllegalArgumentException("the pace must be above 0, not " + pace);
    }
    this.pace = pace;
    this.time = time;
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    time.pause(Duration.ofMillis(Math.round(duration.toMillis() / pace)));
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
