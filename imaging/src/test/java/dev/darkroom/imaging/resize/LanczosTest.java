package dev.darkroom.imaging.resize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanczosTest {

  /** Noise between the extremes is the hardest case: it overshoots everywhere. */
  @ParameterizedTest
  @CsvSource({
    "150, 100, 128, 85",
    "141, 79, 128, 72",
    "96, 60, 64, 40",
    "128, 85, 48, 32",
    "48, 32, 16, 11",
    "60, 40, 15, 10",
    "97, 53, 97, 20",
    "97, 53, 20, 53",
    "97, 53, 97, 53",
    "99, 7, 98, 6",
    "500, 1, 160, 1",
    "1, 500, 1, 160",
    "2, 2, 1, 1",
    "1, 1, 1, 1"
  })
  void isWithinOneLevelOfTheExactResult(int width, int height, int newWidth, int newHeight) {
    BufferedImage noise = noise(width, height, BufferedImage.TYPE_INT_RGB);

    BufferedImage reduced = reduced(noise, newWidth, newHeight);

    for (int shift = 0; shift <= 16; shift += 8) {
      double[][] exact = exact(noise, shift, newWidth, newHeight);
      for (int y = 0; y < newHeight; y++) {
        for (int x = 0; x < newWidth; x++) {
          assertThat((double) ((reduced.getRGB(x, y) >> shift) & 0xFF))
              .as("at %d,%d, shift %d", x, y, shift)
              .isBetween(exact[y][x] - 1.01, exact[y][x] + 1.01);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"255, 255, 255", "0, 0, 0", "1, 254, 128", "230, 120, 40"})
  void keepsAPlainColour(int red, int green, int blue) {
    int colour = 0xFF000000 | (red << 16) | (green << 8) | blue;
    BufferedImage plain = new BufferedImage(73, 41, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 73 * 41; i++) {
      plain.setRGB(i % 73, i / 73, colour);
    }

    BufferedImage reduced = reduced(plain, 29, 23);

    for (int i = 0; i < 29 * 23; i++) {
      assertThat(reduced.getRGB(i % 29, i / 29)).isEqualTo(colour);
    }
  }

  /** Beside an edge the kernel goes beyond black and white, which must not wrap around. */
  @Test
  void staysBetweenBlackAndWhiteBesideEdges() {
    BufferedImage edge = new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB);
    for (int y = 20; y < 60; y++) {
      for (int x = 30; x < 90; x++) {
        edge.setRGB(x, y, 0xFFFFFF);
      }
    }

    BufferedImage reduced = reduced(edge, 60, 40);

    for (int i = 0; i < 60 * 40; i++) {
      int x = i % 60;
      int y = i / 60;
      boolean white = x > 22 && y > 15;
      boolean black = x < 18 || y < 11;
      int level = reduced.getRGB(x, y) & 0xFF;
      if (white) {
        assertThat(level).as("at %d,%d", x, y).isGreaterThan(240);
      } else if (black) {
        assertThat(level).as("at %d,%d", x, y).isLessThan(15);
      }
    }
  }

  /** What is transparent has no colour, so none comes from it. */
  @Test
  void leavesNoDarkFringesBesideTransparency() {
    BufferedImage half = new BufferedImage(90, 60, BufferedImage.TYPE_INT_ARGB_PRE);
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 45; x++) {
        half.setRGB(x, y, 0xFFFFC800);
      }
    }

    BufferedImage reduced = reduced(half, 40, 27);

    assertThat(reduced.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB_PRE);
    for (int i = 0; i < 40 * 27; i++) {
      int[] pixel = reduced.getRaster().getPixel(i % 40, i / 40, (int[]) null);
      int alpha = pixel[3];
      assertThat(pixel[0]).isBetween(alpha - 1, alpha);
      // Where alpha would go beyond 255, colours that are not full still overshoot.
      int overshoot = alpha == 255 ? 28 : 2;
      assertThat(pixel[1]).isBetween(alpha * 200 / 255 - 1, alpha * 200 / 255 + overshoot);
      assertThat(pixel[2]).isLessThanOrEqualTo(1);
    }
    assertThat(reduced.getRGB(3, 13)).isEqualTo(0xFFFFC800);
    assertThat(reduced.getRGB(36, 13) >>> 24).isZero();
  }

  @Test
  void keepsColoursBelowTheirAlpha() {
    BufferedImage noise = noise(97, 53, BufferedImage.TYPE_INT_ARGB_PRE);

    BufferedImage reduced = reduced(noise, 40, 31);

    for (int i = 0; i < 40 * 31; i++) {
      int[] pixel = reduced.getRaster().getPixel(i % 40, i / 40, (int[]) null);
      assertThat(Math.max(pixel[0], Math.max(pixel[1], pixel[2]))).isLessThanOrEqualTo(pixel[3]);
    }
  }

  private static BufferedImage reduced(BufferedImage picture, int width, int height) {
    return Lanczos.reduce(
        picture, picture.getWidth(), picture.getHeight(), new PixelSize(width, height));
  }

  private static BufferedImage noise(int width, int height, int type) {
    BufferedImage picture = new BufferedImage(width, height, type);
    Random random = new Random(5);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt(3) == 0 ? random.nextInt() : -random.nextInt(2));
      }
    }
    return picture;
  }

  /**
   * The definition, written down: sinc(x) sinc(x/3), along the columns, then along the rows; what
   * is between them is clamped to the range of levels, as the result is.
   */
  private static double[][] exact(BufferedImage picture, int shift, int width, int height) {
    double[][] columns = new double[height][picture.getWidth()];
    for (int x = 0; x < picture.getWidth(); x++) {
      double[] column = new double[picture.getHeight()];
      for (int y = 0; y < column.length; y++) {
        column[y] = (picture.getRGB(x, y) >> shift) & 0xFF;
      }
      double[] reduced = exact(column, height);
      for (int y = 0; y < height; y++) {
        columns[y][x] = reduced[y];
      }
    }
    double[][] rows = new double[height][];
    for (int y = 0; y < height; y++) {
      rows[y] = exact(columns[y], width);
    }
    return rows;
  }

  private static double[] exact(double[] samples, int count) {
    double ratio = (double) samples.length / count;
    double[] reduced = new double[count];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      double weights = 0;
      for (int k = 0; k < samples.length; k++) {
        double distance = (k + 0.5) / ratio - (i + 0.5);
        double weight = Math.abs(distance) < 3 ? sinc(distance) * sinc(distance / 3) : 0;
        sum += weight * samples[k];
        weights += weight;
      }
      reduced[i] = Math.max(0, Math.min(255, sum / weights));
    }
    return reduced;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
