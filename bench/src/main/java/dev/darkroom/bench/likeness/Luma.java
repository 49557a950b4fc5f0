package dev.darkroom.bench.likeness;

import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;

/**
 * The luma of a picture by ITU-R BT.601, 0 to 255.
 *
 * @param size in pixels
 * @param samples row by row
 */
public record Luma(PixelSize size, double[] samples) {

  public static Luma of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    double[] samples = new double[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      samples[i] =
          0.299 * (pixel >> 16 & 0xFF) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF);
    }
    return new Luma(new PixelSize(width, height), samples);
  }

  double at(int x, int y) {
    return samples[y * size.width() + x];
  }

  /** The pixels of a picture that count. */
  @FunctionalInterface
  public interface Region {
    boolean contains(int x, int y);
  }

  /** The standard deviation within a region, in levels: what there is besides its mean. */
  public double deviation(Region region) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        if (region.contains(x, y)) {
          sum += at(x, y);
          squares += at(x, y) * at(x, y);
          count++;
        }
      }
    }
    double mean = sum / count;
    return Math.sqrt(Math.max(0, squares / count - mean * mean));
  }
}
