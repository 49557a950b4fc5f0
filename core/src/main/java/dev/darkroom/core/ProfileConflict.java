package dev.darkroom.core;

/** A change to a profile that was made from an older state of it. */
public final class ProfileConflict extends RuntimeException {
  public ProfileConflict(String owner) {
    super("The profile of " + owner + " was changed meanwhile.");
  }
}
