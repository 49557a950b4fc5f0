package dev.darkroom.imaging.resize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReductionTest {
  private static final int BLOCK = 16;

  /** Moiré is what is left in the means of blocks: fields this fine have to average to grey. */
  @ParameterizedTest
  @CsvSource({
    "2999, 2000, 1, false",
    "3000, 2000, 1, true",
    "3001, 2001, 1, true",
    "2400, 1601, 2, false",
    "5999, 1200, 2, false",
    "3000, 2000, 3, true",
    "2551, 1401, 1, false"
  })
  void reducesFinePatternsToGreyNotMoire(int width, int height, int field, boolean checks) {
    BufferedImage picture = pattern(width, height, field, checks);
    for (int longEdge : new int[] {1280, 480, 160}) {
      picture =
          Reduction.of(
              picture, new PixelSize(width, height).within(new PixelSize(longEdge, longEdge)));
      Raster raster = picture.getRaster();
      for (int y = 0; y + BLOCK <= picture.getHeight(); y += BLOCK) {
        for (int x = 0; x + BLOCK <= picture.getWidth(); x += BLOCK) {
          int sum = 0;
          for (int sample : raster.getSamples(x, y, BLOCK, BLOCK, 1, (int[]) null)) {
            sum += sample;
          }
          assertThat(sum / (BLOCK * BLOCK))
              .as("at %d,%d of %d", x, y, longEdge)
              .isBetween(117, 138);
        }
      }
    }
  }

  /** A ramp has to stay a ramp from edge to edge, whatever halvings of odd edges leave out. */
  @ParameterizedTest
  @CsvSource({"2047, 1, 100, 1", "1999, 3, 60, 1", "1023, 1, 7, 1", "4001, 1, 1000, 1"})
  void movesNothing(int width, int height, int newWidth, int newHeight) {
    BufferedImage ramp = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      int level = Math.round(255f * (i % width) / width);
      ramp.setRGB(i % width, i / width, level * 0x010101);
    }

    BufferedImage reduced = Reduction.of(ramp, new PixelSize(newWidth, newHeight));

    // Each halving rounds half up. Beside the ends the kernel is cut off.
    int margin = newWidth / 20 + 2;
    for (int x = margin; x < newWidth - margin; x++) {
      double ideal = 255.0 * (x + 0.5) / newWidth - 255.0 / width / 2;
      assertThat((double) (reduced.getRGB(x, 0) & 0xFF))
          .as("at %d", x)
          .isBetween(ideal - 1.7, ideal + 1.7);
    }
  }

  @Test
  void reducesALineOfVeryManyPixels() {
    BufferedImage line = new BufferedImage(1, 3_000_001, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 1_500_000; y++) {
      line.setRGB(0, y, 0xFFFFFF);
    }

    BufferedImage reduced = Reduction.of(line, new PixelSize(1, 160));

    assertThat(reduced.getRGB(0, 70) & 0xFF).isGreaterThan(252);
    assertThat(reduced.getRGB(0, 90) & 0xFF).isLessThan(3);
  }

  @Test
  void returnsAPictureOfTheRightSizeAsItIs() {
    BufferedImage picture = Pictures.scenery(30, 20);

    assertThat(Reduction.of(picture, new PixelSize(30, 20))).isSameAs(picture);
  }

  @Test
  void doesNotChangeTheSource() {
    BufferedImage picture = Pictures.scenery(300, 200);

    Reduction.of(picture, new PixelSize(100, 67));

    assertThat(picture.getRGB(0, 0, 300, 200, null, 0, 300))
        .isEqualTo(Pictures.scenery(300, 200).getRGB(0, 0, 300, 200, null, 0, 300));
  }

  private static BufferedImage pattern(int width, int height, int field, boolean checks) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int number = x / field + (checks ? y / field : 0);
        picture.setRGB(x, y, number % 2 == 0 ? 0 : 0xFFFFFF);
      }
    }
    return picture;
  }
}
