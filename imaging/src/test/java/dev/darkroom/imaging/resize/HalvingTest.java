package dev.darkroom.imaging.resize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.Pictures;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalvingTest {

  @ParameterizedTest
  @CsvSource({
    "40, 30, true, true, 20, 15",
    "41, 31, true, true, 20, 15",
    "40, 30, true, false, 20, 30",
    "40, 30, false, true, 40, 15",
    "1, 31, false, true, 1, 15",
    "31, 1, true, false, 15, 1"
  })
  void takesTheMeanOfThePixelsThatBecomeOne(
      int width, int height, boolean columns, boolean rows, int newWidth, int newHeight) {
    BufferedImage picture = Pictures.scenery(width, height);

    BufferedImage half = Halving.of(picture, columns, rows);

    assertThat(half.getWidth()).isEqualTo(newWidth);
    assertThat(half.getHeight()).isEqualTo(newHeight);
    int across = columns ? 2 : 1;
    int down = rows ? 2 : 1;
    for (int i = 0; i < newWidth * newHeight; i++) {
      int x = i % newWidth;
      int y = i / newWidth;
      for (int band = 0; band < 3; band++) {
        int[] parts =
            picture.getRaster().getSamples(across * x, down * y, across, down, band, (int[]) null);
        double mean = Arrays.stream(parts).average().orElseThrow();
        assertThat((double) half.getRaster().getSample(x, y, band))
            .as("band %d at %d,%d", band, x, y)
            .isBetween(mean - 1, mean + 1);
      }
    }
  }

  @Test
  void keepsPremultipliedAlpha() {
    BufferedImage glass = new BufferedImage(4, 2, BufferedImage.TYPE_INT_ARGB_PRE);
    for (int i = 0; i < 4; i++) {
      glass.setRGB(i % 2, i / 2, 0xFFFF0000);
      glass.setRGB(2 + i % 2, i / 2, i % 2 == 0 ? 0xFF00FF00 : 0);
    }

    BufferedImage half = Halving.of(glass, true, true);

    assertThat(half.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB_PRE);
    assertThat(half.getRaster().getPixel(0, 0, (int[]) null)).containsExactly(255, 0, 0, 255);
    int[] green = half.getRaster().getPixel(1, 0, (int[]) null);
    assertThat(green[3]).isBetween(127, 128);
    assertThat(green[1]).isEqualTo(green[3]);
  }
}
