package dev.darkroom.local.gateway;

import java.util.function.LongSupplier;

/** A token bucket: full at first, filled at a steady rate, emptied by one a request. */
final class TokenBucket {
  private final ThrottleSettings settings;
  private final LongSupplier nanos;
  private double tokens;
  private long filledAt;

  /**
   * @param nanos a clock that only goes forward, as {@link System#nanoTime}
   */
  TokenBucket(ThrottleSettings settings, LongSupplier nanos) {
    this.settings = settings;
    this.nanos = nanos;
    this.tokens = settings.burst();
    this.filledAt = nanos.getAsLong();
  }

  /** Takes a token, or says that there is none. */
  synchronized boolean take() {
    long now = nanos.getAsLong();
    tokens = Math.min(settings.burst(), tokens + (now - filledAt) * settings.rate() / 1e9);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
