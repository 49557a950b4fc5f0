package dev.darkroom.imaging;

import dev.darkroom.imaging.UnreadableImage.Reason;
import java.util.Locale;

/**
 * How large a picture may be: what a file declares is believed up to here.
 *
 * @param maxPixels width times height, 1 to {@link #MOST}
 */
record PixelLimit(long maxPixels) {
  /** Four samples a pixel have to fit into a Java array. */
  static final long MOST = Integer.MAX_VALUE / 4;

  PixelLimit {
    if (maxPixels < 1 || maxPixels > MOST) {
      throw new IllegalArgumentException(
          "maxPixels is " + maxPixels + ", but has to be 1 to " + MOST);
    }
  }

  /**
   * Refuses a picture that is too large, or has no size.
   *
   * @throws UnreadableImage which names both sizes
   */
  void check(long width, long height) {
    if (width < 1 || height < 1) {
      throw UnreadableImage.damaged("its picture has no width or no height");
    }
    long pixels = width * height;
    if (pixels > maxPixels) {
      throw new UnreadableImage(
          Reason.TOO_MANY_PIXELS,
          String.format(
              Locale.ROOT,
              "The picture has %d x %d pixels (%.1f megapixels); the limit is %.1f megapixels."
                  + " Upload a smaller version.",
              width,
              height,
              pixels / 1e6,
              maxPixels / 1e6));
    }
  }
}
