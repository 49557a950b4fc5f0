package dev.darkroom.imaging.resize;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;

/**
 * Halves a picture by imgscalr. Its bilinear method at exactly 2:1 weighs the pixels it stands for
 * alike: the mean of two, or of four.
 */
final class Halving {
  private Halving() {}

  /**
   * Halves the width, the height, or both; of an odd edge the last pixel is left out.
   *
   * @return a picture of the same type
   */
  static BufferedImage of(BufferedImage picture, boolean columns, boolean rows) {
    int width = columns ? picture.getWidth() / 2 : picture.getWidth();
    int height = rows ? picture.getHeight() / 2 : picture.getHeight();
    BufferedImage even =
        picture.getSubimage(0, 0, columns ? 2 * width : width, rows ? 2 * height : height);
    BufferedImage half =
        Scalr.resize(even, Scalr.Method.BALANCED, Scalr.Mode.FIT_EXACT, width, height);
    return half.getType() == picture.getType() ? half : ofType(picture.getType(), half);
  }

  /** imgscalr does not give premultiplied alpha. */
  private static BufferedImage ofType(int type, BufferedImage picture) {
    BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
    Graphics2D graphics = copy.createGraphics();
    try {
      graphics.drawImage(picture, 0, 0, null);
    } finally {
      graphics.dispose();
    }
    return copy;
  }
}
