package dev.darkroom.operator;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** A span of time as people write it: {@code 90m}, {@code 1h}, {@code 14d}. */
final class Since {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

  private Since() {}

  /**
   * Reads a span.
   *
   * @throws TypeConversionException when it is written otherwise
   */
  static Duration parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException("'" + text + "' is no time: write 30m, 1h or 14d.");
    }
    long count = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
