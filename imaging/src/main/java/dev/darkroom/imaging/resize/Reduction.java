package dev.darkroom.imaging.resize;

import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;

/**
 * Reduces a picture by imgscalr without moiré.
 *
 * <p>One bilinear step leads to a power of two times the target, exact halvings lead on. Only at
 * 2:1 does a bilinear sample weigh the pixels it stands for alike; at any other ratio near it, as
 * with an edge of odd length, samples drift on and off the pixels and fine patterns turn into broad
 * bands. What the first step folds is fine enough still for the halvings to remove.
 */
public final class Reduction {
  /** The first step may enlarge a picture up to here: 64 MB. Larger ones only shrink. */
  private static final long MOST_ENLARGED_PIXELS = 16_000_000;

  private Reduction() {}

  /**
   * Reduces a picture.
   *
   * @param target no edge longer than that of the picture
   * @return the picture itself when it has that size
   */
  public static BufferedImage of(BufferedImage picture, PixelSize target) {
    PixelSize step = PixelSize.of(picture).firstStep(target, true);
    if (step.pixels() > MOST_ENLARGED_PIXELS) {
      step = PixelSize.of(picture).firstStep(target, false);
    }
    BufferedImage reduced = resized(picture, step);
    while (!step.equals(target)) {
      step = step.halvedTo(target);
      reduced = resized(reduced, step);
    }
    return reduced;
  }

  /** BALANCED is one bilinear pass; QUALITY's bicubic one is slower and folds more. */
  private static BufferedImage resized(BufferedImage picture, PixelSize size) {
    if (PixelSize.of(picture).equals(size)) {
      // imgscalr would make a copy.
      return picture;
    }
    return Scalr.resize(
        picture, Scalr.Method.BALANCED, Scalr.Mode.FIT_EXACT, size.width(), size.height());
  }
}
