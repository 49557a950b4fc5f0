package dev.darkroom.local.rekognition;

import java.util.function.LongSupplier;

/** A token bucket that holds one second of requests. Safe on many threads. */
final class RequestQuota {
  private final double perSecond;
  private final double capacity;
  private final LongSupplier nanoTime;
  private double tokens;
  private long filledAt;

  /**
   * @param perSecond requests a second, more than 0; infinite for no quota
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  RequestQuota(double perSecond, LongSupplier nanoTime) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("A quota is more than 0 requests a second.");
    }
    this.perSecond = perSecond;
    this.capacity = Math.max(1, perSecond);
    this.nanoTime = nanoTime;
    this.tokens = capacity;
    this.filledAt = nanoTime.getAsLong();
  }

  /** Takes one request from the quota; false when it is used up. */
  synchronized boolean take() {
    if (Double.isInfinite(perSecond)) {
      return true;
    }
    long now = nanoTime.getAsLong();
    tokens = Math.min(capacity, tokens + (now - filledAt) / 1e9 * perSecond);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
