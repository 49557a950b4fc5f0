package dev.darkroom.local.events;

import java.time.Duration;

/**
 * How long a delivery is retried; the limit that is reached first counts.
 *
 * @param maximumRetryAttempts 0 to 185
 * @param maximumEventAge 60 s to 24 h
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html">RetryPolicy</a>
 */
public record RetryPolicy(int maximumRetryAttempts, Duration maximumEventAge) {
  private static final Duration SHORTEST = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofHours(24);

  /** What a target has that states none. */
  public static final RetryPolicy STANDARD = new RetryPolicy(185, LONGEST);

  /** Checks the ranges. */
  public RetryPolicy {
    if (maximumRetryAttempts < 0 || maximumRetryAttempts > 185) {
      throw new InvalidRule("MaximumRetryAttempts must be 0 to 185, not " + maximumRetryAttempts);
    }
    if (maximumEventAge.compareTo(SHORTEST) < 0 || maximumEventAge.compareTo(LONGEST) > 0) {
      throw new InvalidRule(
          "MaximumEventAgeInSeconds must be 60 to 86400, not " + maximumEventAge.toSeconds());
    }
  }
}
