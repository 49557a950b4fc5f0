package dev.darkroom.local.rekognition;

import java.awt.image.BufferedImage;

/**
 * How a picture is lit and how sharp it is; measures of this class, on Rekognition's scale of 0–100
 * but not Rekognition's figures.
 *
 * @param brightness mean luma
 * @param sharpness variance v of the luma's Laplacian, as 100 · (1 − e^(−v/500)): 0 for a plain
 *     surface, 63 at 500, towards 100 for fine detail
 * @param contrast standard deviation of luma, where half the range is 100
 */
record ImageQuality(double brightness, double sharpness, double contrast) {
  private static final double SHARP_VARIANCE = 500;

  static ImageQuality of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    var luma = new Spread();
    var laplacian = new Spread();
    double[] above = null;
    double[] row = null;
    for (int y = 0; y < height; y++) {
      double[] below = lumaRow(picture, y);
      for (double value : below) {
        luma.add(value);
      }
      for (int x = 1; above != null && x < width - 1; x++) {
        laplacian.add(above[x] + below[x] + row[x - 1] + row[x + 1] - 4 * row[x]);
      }
      above = row;
      row = below;
    }
    return new ImageQuality(
        luma.mean() / 255 * 100,
        100 * (1 - Math.exp(-laplacian.variance() / SHARP_VARIANCE)),
        Math.min(100, Math.sqrt(luma.variance()) / 127.5 * 100));
  }

  private static double[] lumaRow(BufferedImage picture, int y) {
    int width = picture.getWidth();
    int[] rgb = picture.getRGB(0, y, width, 1, null, 0, width);
    double[] luma = new double[width];
    for (int x = 0; x < width; x++) {
      int red = (rgb[x] >> 16) & 0xff;
      int green = (rgb[x] >> 8) & 0xff;
      int blue = rgb[x] & 0xff;
      luma[x] = 0.299 * red + 0.587 * green + 0.114 * blue;
    }
    return luma;
  }

  private static final class Spread {
    private double sum;
    private double squares;
    private long count;

    void add(double value) {
      sum += value;
      squares += value * value;
      count++;
    }

    double mean() {
      return count == 0 ? 0 : sum / count;
    }

    double variance() {
      return count == 0 ? 0 : Math.max(0, squares / count - mean() * mean());
    }
  }
}
