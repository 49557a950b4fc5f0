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
