package dev.darkroom.local.sweep;

/** What can go wrong with one call of an AWS service. */
enum Kind {
  /** The service's own error for a caller that is too fast. */
  THROTTLED("throttled"),
  /** 500. */
  SERVER_ERROR("500"),
  /** 503. */
  SLOW_DOWN("503 slow-down"),
  /** Nobody listens. */
  REFUSED("connection refused"),
  /** The request is applied; instead of the answer comes a reset. */
  RESET_AFTER("reset after applied"),
  /** The request is applied; no answer comes. */
  TIMEOUT_AFTER("time-out after applied"),
  /** Access is denied. */
  FORBIDDEN("403"),
  /** The request is applied; its answer breaks off. */
  MALFORMED("malformed body"),
  /** The process ends before its request goes out. */
  KILLED_BEFORE("killed before the call"),
  /** The process ends when its request was applied, before it has the answer. */
  KILLED_AFTER("killed after the call");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  /** Whether the service gets the request. */
  boolean isApplied() {
    return this == RESET_AFTER
        || this == TIMEOUT_AFTER
        || this == MALFORMED
        || this == KILLED_AFTER;
  }

  boolean kills() {
    return this == KILLED_BEFORE || this == KILLED_AFTER;
  }

  @Override
  public String toString() {
    return text;
  }
}
