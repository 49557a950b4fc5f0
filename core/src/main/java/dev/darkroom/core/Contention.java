package dev.darkroom.core;

/** Other writes were in the way of a write, again and again. The same write may succeed later. */
public final class Contention extends RuntimeException {
  public Contention(String what, Throwable cause) {
    super("Other writes were in the way of " + what + ".", cause);
  }
}
