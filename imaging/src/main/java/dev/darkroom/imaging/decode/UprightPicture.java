package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.Orientation;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Turns a decoded picture upright and into sRGB in one pass, a strip at a time, so that no third
 * copy of it is held.
 */
public final class UprightPicture {
  private static final int STRIP_ROWS = 64;

  private UprightPicture() {}

  public static BufferedImage of(BufferedImage stored, Orientation orientation) {
    int width = stored.getWidth();
    int height = stored.getHeight();
    boolean swap = orientation.swapsSides();
    BufferedImage upright =
        new BufferedImage(swap ? height : width, swap ? width : height, BufferedImage.TYPE_INT_RGB);
    int[] target = ((DataBufferInt) upright.getRaster().getDataBuffer()).getData();
    Orientation.Placement to = orientation.placement(width, height);
    SrgbStrips strips = SrgbStrips.of(stored, STRIP_ROWS);
    for (int top = 0; top < height; top += STRIP_ROWS) {
      int rows = Math.min(STRIP_ROWS, height - top);
      int[] strip = strips.read(top, rows);
      int start = to.origin() + top * to.stepY();
      if (swap) {
        // Column by column, so that the writes run along the rows of the target.
        for (int x = 0; x < width; x++) {
          int at = start + x * to.stepX();
          for (int y = 0; y < rows; y++, at += to.stepY()) {
            target[at] = strip[y * width + x];
          }
        }
      } else {
        for (int y = 0; y < rows; y++) {
          int at = start + y * to.stepY();
          for (int x = 0; x < width; x++, at += to.stepX()) {
            target[at] = strip[y * width + x];
          }
        }
      }
    }
    return upright;
  }
}
