package dev.darkroom.client.http;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The header {@code Retry-After}, in seconds; a date in it is not read, and counts as none. */
public final class RetryAfter {
  private RetryAfter() {}

  /** What an answer asks for, if it does. */
  public static Optional<Duration> of(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("retry-after")
        .filter(value -> value.matches("\\d{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
