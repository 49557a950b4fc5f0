package dev.darkroom.core;

import java.time.Instant;

/** A user has uploaded too much for more to be taken now. */
public final class LimitReached extends RuntimeException {
  private final Limit limit;
  private final long most;
  private final long left;
  private final Instant until;

  /**
   * What is used up.
   *
   * @param most how much may be used until then
   * @param left how much of it is left, which is less than was asked for
   * @param until when counting begins anew
   */
  public LimitReached(Limit limit, long most, long left, Instant until) {
    super("Of " + most + " " + limit + " are left " + left + " until " + until, null, false, false);
    this.limit = limit;
    this.most = most;
    this.left = left;
    this.until = until;
  }

  public Limit limit() {
    return limit;
  }

  public long most() {
    return most;
  }

  public long left() {
    return left;
  }

  public Instant until() {
    return until;
  }

  /** What is counted. */
  public enum Limit {
    UPLOADS_PER_HOUR,
    BYTES_PER_DAY
  }
}
