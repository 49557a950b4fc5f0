package dev.darkroom.steps;

/** An object lies under {@code uploads/} where its key names no owner; nobody can be told of it. */
public final class NoOwner extends RuntimeException {
  public NoOwner(String key) {
    super(
        "The key '"
            + key
            + "' names no owner. Put objects at uploads/{owner}/{fileName}, or use POST /uploads.");
  }
}
