package dev.darkroom.local.cloudwatch;

import java.time.Duration;

/**
 * When an alarm is raised: when enough of the latest periods breach the threshold.
 *
 * @param statistic how the values of a period become one
 * @param period at least 10 s
 * @param periods how many of the latest are looked at, at least 1
 * @param enough how many of them have to breach, 1 to {@code periods}
 * @param missing what a period without a value counts as
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">PutMetricAlarm</a>
 */
public record Evaluation(
    Statistic statistic,
    Duration period,
    int periods,
    int enough,
    Comparison comparison,
    double threshold,
    MissingData missing) {
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is not kept; the message goes on after the alarm's
   *     name
   */
  public Evaluation {
    if (period.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("has to have a period of 10 s or more");
    }
    if (periods < 1 || enough < 1 || enough > periods) {
      throw new IllegalArgumentException(
          "has to be raised by 1 or more of its periods, and not by more than it looks at");
    }
    if (period.multipliedBy(periods).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("has to look back a day at most");
    }
  }

  /** How far back it looks. */
  Duration span() {
    return period.multipliedBy(periods);
  }
}
