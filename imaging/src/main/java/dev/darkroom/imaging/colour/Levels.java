package dev.darkroom.imaging.colour;

/** Levels of 8 bits. */
public final class Levels {
  private Levels() {}

  /** The level of a component of 0–1, rounded; what lies outside is cut, NaN is 0. */
  public static int rounded(double component) {
    return (int) Math.round(Math.max(0, Math.min(1, component)) * 255);
  }

  /** An opaque pixel. */
  static int packed(int red, int green, int blue) {
    return 0xFF000000 | (red << 16) | (green << 8) | blue;
  }

  /** An opaque pixel, of three bytes. */
  static int packed(byte[] rgb, int at) {
    return packed(rgb[at] & 0xFF, rgb[at + 1] & 0xFF, rgb[at + 2] & 0xFF);
  }
}
