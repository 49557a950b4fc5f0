package dev.darkroom.imaging.resize;

import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Reduces a picture by a Lanczos-3 kernel that is stretched by the ratio, first along the columns,
 * then along the rows, in fixed point: at most one level off the exact result.
 *
 * <p>Besides the result it holds as many rows of the picture as the kernel is high.
 */
final class Lanczos {
  private Lanczos() {}

  /**
   * Reduces a picture.
   *
   * @param picture of {@link BufferedImage#TYPE_INT_RGB} or {@link BufferedImage#TYPE_INT_ARGB_PRE}
   * @param width of what the picture shows, in its pixels; up to 1 more than it has
   * @param height likewise
   * @param target no edge longer than that of the picture
   */
  static BufferedImage reduce(
      BufferedImage picture, double width, double height, PixelSize target) {
    BufferedImage reduced = new BufferedImage(target.width(), target.height(), picture.getType());
    int[] from = pixels(picture);
    int[] to = pixels(reduced);
    int channels = picture.getColorModel().hasAlpha() ? 4 : 3;
    ColumnReduction columns =
        new ColumnReduction(
            picture.getWidth(), height, picture.getHeight(), target.height(), channels);
    RowReduction rows = new RowReduction(width, picture.getWidth(), target.width());
    for (int y = 0; y < target.height(); y++) {
      int[] row = rows.reduce(columns.row(from, y));
      System.arraycopy(row, 0, to, y * row.length, row.length);
    }
    return reduced;
  }

  private static int[] pixels(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }
}
