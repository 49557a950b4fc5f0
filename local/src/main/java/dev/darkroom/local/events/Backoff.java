package dev.darkroom.local.events;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pauses between retries: they double up to a cap, and each is shortened at random by up to a
 * half, so that deliveries that failed together are not retried together.
 *
 * @param first the pause before the first retry, more than 0
 * @param cap the longest pause
 */
public record Backoff(Duration first, Duration cap) {
  /** With it 185 retries take about 20 h; EventBridge makes them within 24 h. */
  public static final Backoff STANDARD =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(512));

  /** Checks the pauses. */
  public Backoff {
    if (first.isNegative() || first.isZero() || cap.compareTo(first) < 0) {
      throw new IllegalArgumentException("A backoff from " + first + " to " + cap);
    }
  }

  /**
   * The same pauses, so many times shorter; none is less than 1 ms.
   *
   * @param pace more than 0; 1 changes nothing
   */
  public Backoff faster(double pace) {
    return new Backoff(shortened(first, pace), shortened(cap, pace));
  }

  /** The pause before a retry, counted from 1. */
  Duration before(int retry) {
    long longest = cap.toMillis();
    // Beyond 2^20 times the first pause the cap holds in any case, and a shift must not overflow.
    long doubled = Math.min(longest, first.toMillis() << Math.min(retry - 1, 20));
    long pause = Math.max(doubled, 1);
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause - pause / 2, pause + 1));
  }

  private static Duration shortened(Duration pause, double pace) {
    return Duration.ofMillis(Math.max(1, Math.round(pause.toMillis() / pace)));
  }
}
