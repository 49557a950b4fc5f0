package dev.darkroom.local.states.execution;

/** An execution cannot be redriven as it stands; the message is the reason. */
public final class NotRedrivable extends RuntimeException {
  NotRedrivable(String reason) {
    super(reason);
  }
}
