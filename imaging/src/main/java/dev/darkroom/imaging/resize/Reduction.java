package dev.darkroom.imaging.resize;

import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;

/**
 * Reduces a picture without moiré: exact halvings by imgscalr while four or more pixels become one,
 * then one Lanczos step of 4:1 at most.
 *
 * <p>The last step is wide enough to remove what halvings, which are box filters, let through. Of
 * imgscalr's own methods, none keeps fine patterns from folding at a ratio other than 2:1.
 */
public final class Reduction {
  private static final int LEFT_TO_LANCZOS = 4;

  private Reduction() {}

  /**
   * Reduces a picture.
   *
   * @param picture of {@link BufferedImage#TYPE_INT_RGB} or {@link
   *     BufferedImage#TYPE_INT_ARGB_PRE}, not a part of another one
   * @param target no edge longer than that of the picture
   * @return of the same type; the picture itself when it has that size
   */
  public static BufferedImage of(BufferedImage picture, PixelSize target) {
    BufferedImage halved = picture;
    double width = picture.getWidth();
    double height = picture.getHeight();
    while (true) {
      boolean columns = width >= LEFT_TO_LANCZOS * (double) target.width();
      boolean rows = height >= LEFT_TO_LANCZOS * (double) target.height();
      if (!columns && !rows) {
        break;
      }
      halved = Halving.of(halved, columns, rows);
      // What the picture shows, with the part of a pixel that an odd edge lost.
      width = columns ? width / 2 : width;
      height = rows ? height / 2 : height;
    }
    return PixelSize.of(halved).equals(target)
        ? halved
        : Lanczos.reduce(halved, width, height, target);
  }
}
