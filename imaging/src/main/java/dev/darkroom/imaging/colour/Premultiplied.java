package dev.darkroom.imaging.colour;

/**
 * Packed pixels whose levels are multiplied with their opacity, as {@link
 * java.awt.image.BufferedImage#TYPE_INT_ARGB_PRE} has them: opacity, red, green, blue from the
 * highest byte to the lowest.
 */
public final class Premultiplied {
  private static final int RED_BLUE = 0xFF00FF;
  private static final int HALVES = 0x800080;

  private Premultiplied() {}

  /** Multiplies the levels of a pixel with its opacity, each rounded to the nearest. */
  public static int of(int straight) {
    int opacity = straight >>> 24;
    if (opacity == 255) {
      return straight;
    }
    // Division by 255 without dividing: (n + n / 256) / 256 of n + 128, exact for these n.
    int redBlue = (straight & RED_BLUE) * opacity + HALVES;
    redBlue = ((redBlue + ((redBlue >>> 8) & RED_BLUE)) >>> 8) & RED_BLUE;
    int green = ((straight >>> 8) & 0xFF) * opacity + 128;
    green = (green + (green >>> 8)) & 0xFF00;
    return (opacity << 24) | redBlue | green;
  }

  /**
   * Divides the levels of a pixel by its opacity, each rounded to the nearest and cut at 255.
   *
   * <p>{@link #of} makes the same premultiplied pixel of the result again.
   *
   * @return 0 when the pixel is wholly transparent
   */
  public static int straight(int premultiplied) {
    int opacity = premultiplied >>> 24;
    if (opacity == 255) {
      return premultiplied;
    }
    if (opacity == 0) {
      return 0;
    }
    int red = straight((premultiplied >>> 16) & 0xFF, opacity);
    int green = straight((premultiplied >>> 8) & 0xFF, opacity);
    int blue = straight(premultiplied & 0xFF, opacity);
    return (opacity << 24) | (red << 16) | (green << 8) | blue;
  }

  /** Cuts levels that a file gives above their opacity, which none can be. */
  public static int cut(int premultiplied) {
    int opacity = premultiplied >>> 24;
    if (opacity == 255) {
      return premultiplied;
    }
    int red = Math.min(opacity, (premultiplied >>> 16) & 0xFF);
    int green = Math.min(opacity, (premultiplied >>> 8) & 0xFF);
    int blue = Math.min(opacity, premultiplied & 0xFF);
    return (opacity << 24) | (red << 16) | (green << 8) | blue;
  }

  private static int straight(int level, int opacity) {
    return Math.min(255, (level * 255 + opacity / 2) / opacity);
  }
}
