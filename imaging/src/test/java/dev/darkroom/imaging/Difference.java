package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;

/** How far two pictures of the same size are apart, in levels of 0 to 255. */
public final class Difference {
  private final BufferedImage picture;
  private final BufferedImage other;

  private Difference(BufferedImage picture, BufferedImage other) {
    assertThat(PixelSize.of(picture)).isEqualTo(PixelSize.of(other));
    this.picture = picture;
    this.other = other;
  }

  public static Difference between(BufferedImage picture, BufferedImage other) {
    return new Difference(picture, other);
  }

  /** The mean over all pixels and colours, alpha left aside. */
  public double mean() {
    long sum = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs(level(picture, x, y, shift) - level(other, x, y, shift));
        }
      }
    }
    return sum / (3.0 * picture.getWidth() * picture.getHeight());
  }

  private static int level(BufferedImage picture, int x, int y, int shift) {
    return (picture.getRGB(x, y) >> shift) & 0xFF;
  }
}
