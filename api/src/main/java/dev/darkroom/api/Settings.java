package dev.darkroom.api;

import java.time.Duration;
import java.util.Map;

/**
 * What the function is told by its environment.
 *
 * @param table {@code TABLE}: the table that keeps the jobs
 * @param uploadsBucket {@code UPLOADS_BUCKET}
 * @param renditionsBucket {@code RENDITIONS_BUCKET}
 * @param maxBytes {@code MAX_BYTES}: the largest upload, up to S3's 5 GiB for one PUT
 * @param uploadUrlLife {@code UPLOAD_URL_MINUTES}: 15 unless told, up to the week that SigV4 allows
 * @param renditionUrlLife {@code RENDITION_URL_MINUTES}: 60 unless told, up to that week
 */
record Settings(
    String table,
    String uploadsBucket,
    String renditionsBucket,
    long maxBytes,
    Duration uploadUrlLife,
    Duration renditionUrlLife) {
  private static final long LARGEST_PUT = 5L << 30;
  private static final long MINUTES_A_WEEK = Duration.ofDays(7).toMinutes();

  /**
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  static Settings from(Map<String, String> env) {
    return new Settings(
        required(env, "TABLE"),
        required(env, "UPLOADS_BUCKET"),
        required(env, "RENDITIONS_BUCKET"),
        number("MAX_BYTES", required(env, "MAX_BYTES"), LARGEST_PUT),
        minutes(env, "UPLOAD_URL_MINUTES", "15"),
        minutes(env, "RENDITION_URL_MINUTES", "60"));
  }

  private static Duration minutes(Map<String, String> env, String name, String fallback) {
    return Duration.ofMinutes(number(name, env.getOrDefault(name, fallback), MINUTES_A_WEEK));
  }

  private static String required(Map<String, String> env, String name) {
    String value = env.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The environment variable " + name + " is missing.");
    }
    return value;
  }

  private static long number(String name, String value, long largest) {
    String range = name + " must be a whole number from 1 to " + largest + ", not '" + value + "'.";
    try {
      long number = Long.parseLong(value);
      if (number < 1 || number > largest) {
        throw new IllegalArgumentException(range);
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(range, e);
    }
  }
}
