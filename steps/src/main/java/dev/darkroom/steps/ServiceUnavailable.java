package dev.darkroom.steps;

/** An AWS service did not answer, or answered that it cannot now; the state machine tries again. */
public final class ServiceUnavailable extends RuntimeException {
  public ServiceUnavailable(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
