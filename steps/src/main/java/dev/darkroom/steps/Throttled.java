package dev.darkroom.steps;

/** An AWS service asked to slow down; the state machine tries again, patiently. */
public final class Throttled extends RuntimeException {
  public Throttled(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
