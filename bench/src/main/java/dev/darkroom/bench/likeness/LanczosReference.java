package dev.darkroom.bench.likeness;

import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Reduces a picture by Lanczos-3 in double precision, rounded once at the end: what the renditions
 * are held against. Slow, and plain enough to be trusted.
 */
public final class LanczosReference {
  private static final int CHANNELS = 3;

  private LanczosReference() {}

  /**
   * Reduces a picture.
   *
   * @param picture of {@link BufferedImage#TYPE_INT_RGB}
   * @return the same when it has that size
   */
  public static BufferedImage reduce(BufferedImage picture, PixelSize target) {
    if (PixelSize.of(picture).equals(target)) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    LanczosTaps[] across = LanczosTaps.line(width, target.width());
    LanczosTaps[] down = LanczosTaps.line(height, target.height());
    double[][] rows = new double[target.height()][target.width() * CHANNELS];
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    double[] narrow = new double[target.width() * CHANNELS];
    int firstRow = 0;
    for (int y = 0; y < height; y++) {
      narrow(pixels, y * width, across, narrow);
      while (firstRow < down.length && last(down[firstRow]) < y) {
        firstRow++;
      }
      for (int row = firstRow; row < down.length && down[row].first() <= y; row++) {
        add(narrow, down[row].weights()[y - down[row].first()], rows[row]);
      }
    }
    return rounded(rows, target);
  }

  private static int last(LanczosTaps taps) {
    return taps.first() + taps.weights().length - 1;
  }

  private static void narrow(int[] pixels, int row, LanczosTaps[] across, double[] to) {
    for (int x = 0; x < across.length; x++) {
      int first = row + across[x].first();
      double[] weights = across[x].weights();
      double red = 0;
      double green = 0;
      double blue = 0;
      for (int i = 0; i < weights.length; i++) {
        int pixel = pixels[first + i];
        red += weights[i] * (pixel >> 16 & 0xFF);
        green += weights[i] * (pixel >> 8 & 0xFF);
        blue += weights[i] * (pixel & 0xFF);
      }
      to[CHANNELS * x] = red;
      to[CHANNELS * x + 1] = green;
      to[CHANNELS * x + 2] = blue;
    }
  }

  private static void add(double[] row, double weight, double[] to) {
    for (int i = 0; i < row.length; i++) {
      to[i] += weight * row[i];
    }
  }

  private static BufferedImage rounded(double[][] rows, PixelSize size) {
    BufferedImage reduced =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        double[] row = rows[y];
        int at = CHANNELS * x;
        reduced.setRGB(x, y, level(row[at]) << 16 | level(row[at + 1]) << 8 | level(row[at + 2]));
      }
    }
    return reduced;
  }

  private static int level(double value) {
    return (int) Math.round(Math.max(0, Math.min(255, value)));
  }
}
