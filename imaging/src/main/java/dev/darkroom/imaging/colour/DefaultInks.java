package dev.darkroom.imaging.colour;

/**
 * The colours of inks that no profile describes.
 *
 * <p>Each of cyan, magenta and yellow takes its share from what black leaves of white: {@code red =
 * (1 − c)(1 − k)}. Web browsers show such pictures in the same way, so that uploaders see what they
 * know.
 */
final class DefaultInks {
  private DefaultInks() {}

  /**
   * Mixes one pixel.
   *
   * @param cyan 0–255, as are the other inks; 255 is full ink
   * @return an opaque pixel
   */
  static int mixed(int cyan, int magenta, int yellow, int black) {
    int light = 255 - black;
    return Levels.packed(
        product(255 - cyan, light), product(255 - magenta, light), product(255 - yellow, light));
  }

  /** Mixes pixels of four components from 0 to 1. */
  static void toSrgb(float[] inks, int pixels, int[] target, int at) {
    for (int pixel = 0; pixel < pixels; pixel++) {
      target[at + pixel] =
          mixed(
              Levels.rounded(inks[pixel * 4]),
              Levels.rounded(inks[pixel * 4 + 1]),
              Levels.rounded(inks[pixel * 4 + 2]),
              Levels.rounded(inks[pixel * 4 + 3]));
    }
  }

  private static int product(int level, int light) {
    return (level * light + 127) / 255;
  }
}
