package dev.darkroom.client.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often to try, and how long to pause in between: a random part of a bound that doubles with
 * each failure, so that many clients do not come back at the same moment.
 *
 * @param first the bound after the first failure
 * @param most the bound at most
 * @param tries how often something is tried, 1 or more
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Full
 *     jitter</a>
 */
public record Backoff(Duration first, Duration most, int tries) {
  private static final int DOUBLINGS = 20;

  /** Six tries within about 30 seconds. */
  public static Backoff standard() {
    return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15), 6);
  }

  /**
   * The pause after so many failures.
   *
   * @param failures 1 or more
   */
  Duration pause(int failures) {
    long bound = first.toMillis() << Math.min(failures - 1, DOUBLINGS);
    return Duration.ofMillis(
        ThreadLocalRandom.current().nextLong(Math.min(bound, most.toMillis()) + 1));
  }
}
