package dev.darkroom.bench.throttled;

import java.time.Duration;
import java.time.Instant;

/**
 * A job with a final status.
 *
 * @param at when its record says that it got it
 * @param waited whether it said, when asked meanwhile, that it waits for labels
 */
record Settled(Sent sent, String status, Instant at, boolean waited) {

  /** Seconds from the accepted PUT. */
  double seconds() {
    return Duration.between(sent.acceptedAt(), at).toMillis() / 1000.0;
  }
}
