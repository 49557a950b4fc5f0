package dev.darkroom.imaging.colour;

/** A colour profile that cannot be used. */
public final class BrokenProfile extends Exception {
  public BrokenProfile(Throwable cause) {
    super(cause);
  }
}
