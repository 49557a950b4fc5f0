package dev.darkroom.api.uploads;

import dev.darkroom.api.http.Refusal;
import dev.darkroom.core.LimitReached;
import dev.darkroom.core.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The caller has announced as much as may be announced in an hour, or in a day. */
public final class TooManyUploads extends Refusal {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final long secondsToWait;

  TooManyUploads(LimitReached reached, Instant now) {
    super(429, "too-many-uploads", "Too many uploads", detail(reached));
    // Up, so that whoever waits as long is not too early.
    secondsToWait =
        Math.max(1, Duration.between(now, reached.until()).plus(SECOND).minusNanos(1).toSeconds());
  }

  @Override
  protected Map<String, String> headers() {
    return Map.of("retry-after", Long.toString(secondsToWait));
  }

  private static String detail(LimitReached reached) {
    String limit =
        switch (reached.limit()) {
          case UPLOADS_PER_HOUR -> "files may be announced in an hour";
          case BYTES_PER_DAY -> "bytes may be announced in a day";
        };
    return "%d %s, and %d are left until %s. Send less, or wait for the seconds of Retry-After."
        .formatted(reached.most(), limit, reached.left(), Json.time(reached.until()));
  }
}
