package dev.darkroom.local.scheduler;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expression of a schedule that runs at a regular rate.
 *
 * @param every the time between two runs, at least a minute
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule
 *     types in EventBridge Scheduler</a>
 */
public record Rate(Duration every) {
  private static final Pattern FORM =
      Pattern.compile("rate\\((?<value>[1-9][0-9]{0,8}) (?<unit>minute|hour|day)s?\\)");

  /**
   * Reads an expression, as {@code rate(5 minutes)}.
   *
   * @throws IllegalArgumentException when it is another, as {@code cron(0 8 * * ? *)}
   */
  public static Rate parse(String expression) {
    Matcher form = FORM.matcher(expression);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "has to be rate(N minutes), rate(N hours) or rate(N days)");
    }
    long value = Long.parseLong(form.group("value"));
    return new Rate(
        switch (form.group("unit")) {
          case "minute" -> Duration.ofMinutes(value);
          case "hour" -> Duration.ofHours(value);
          default -> Duration.ofDays(value);
        });
  }
}
