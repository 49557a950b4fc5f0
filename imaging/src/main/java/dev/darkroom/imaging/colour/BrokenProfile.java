package dev.darkroom.imaging.colour;

/** An ICC profile cannot be used: its bytes make no sense, or not for a picture. */
public final class BrokenProfile extends Exception {

  BrokenProfile(String what) {
    super(what);
  }

  BrokenProfile(RuntimeException cause) {
    super("The profile cannot be read", cause);
  }
}
