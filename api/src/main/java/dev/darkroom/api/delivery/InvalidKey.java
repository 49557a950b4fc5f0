package dev.darkroom.api.delivery;

/** A key that cannot be used; the message says which, and why, and nothing of a private one. */
public final class InvalidKey extends IllegalArgumentException {
  InvalidKey(String name, String problem) {
    super(name + " " + problem);
  }

  InvalidKey(String name, String problem, Exception cause) {
    super(name + " " + problem, cause);
  }
}
