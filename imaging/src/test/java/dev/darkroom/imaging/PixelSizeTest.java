package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelSizeTest {

  @ParameterizedTest
  @CsvSource({
    "6000x4000, 1280x1280, 1280x853",
    "4000x6000, 1280x1280, 853x1280",
    "1280x853, 1280x1280, 1280x853",
    "100x50, 1280x1280, 100x50",
    // 2.5 goes up, 2.25 goes down
    "40x10, 10x10, 10x3",
    "40x9, 10x10, 10x2",
    "5000x1, 160x160, 160x1",
    "1x5000, 160x160, 1x160",
    "400x300, 400x100, 133x100",
    "400x300, 100x300, 100x75",
    "400x300, 100x299, 100x75",
    "300x200, 150x100, 150x100",
    "2147483647x2147483647, 10000x10000, 10000x10000"
  })
  void fitsIntoABox(String size, String box, String expected) {
    assertThat(size(size).within(size(box))).isEqualTo(size(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "6000x4000, 300x300, 450x300",
    "4000x6000, 300x300, 300x450",
    "6000x4000, 300x100, 300x200",
    "6000x4000, 300x200, 300x200",
    // 301.5 goes up
    "402x200, 150x150, 302x150",
    "6000x200, 300x300, 6000x200",
    "300x4000, 300x300, 300x4000",
    "200x200, 300x300, 200x200",
    "2147483647x2147483646, 10000x10000, 10000x10000"
  })
  void coversABox(String size, String box, String expected) {
    assertThat(size(size).covering(size(box))).isEqualTo(size(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "450x300, 300x300, 300x300",
    "301x300, 300x300, 300x300",
    "200x100, 300x300, 100x100",
    "100x200, 300x300, 100x100",
    "600x200, 300x300, 200x200",
    "200x200, 400x300, 200x150",
    // 66.5 goes up
    "200x133, 100x200, 67x133",
    "1x50, 400x100, 1x1",
    "50x1, 100x400, 1x1",
    "2147483647x9999, 10000x10000, 9999x9999"
  })
  void isCroppedToTheAspectOfABox(String size, String box, String expected) {
    assertThat(size(size).croppedTo(size(box))).isEqualTo(size(expected));
  }

  /** What every combination of small sizes and boxes has to keep. */
  @Test
  void neverGrowsAndAlwaysFitsOrCovers() {
    for (int width = 1; width <= 13; width++) {
      for (int height = 1; height <= 13; height++) {
        PixelSize size = new PixelSize(width, height);
        for (int i = 0; i < 144; i++) {
          PixelSize box = new PixelSize(1 + i % 12, 1 + i / 12);
          PixelSize inside = size.within(box);
          PixelSize covering = size.covering(box);
          PixelSize cropped = covering.croppedTo(box);

          assertThat(isNoLarger(inside, box)).as("%s in %s", size, box).isTrue();
          assertThat(isNoLarger(inside, size)).as("%s in %s", size, box).isTrue();
          assertThat(isNoLarger(covering, size)).as("%s over %s", size, box).isTrue();
          assertThat(isNoLarger(cropped, covering)).as("%s over %s", size, box).isTrue();
          if (isNoLarger(box, size)) {
            assertThat(cropped).as("%s over %s", size, box).isEqualTo(box);
          }
        }
      }
    }
  }

  private static boolean isNoLarger(PixelSize size, PixelSize other) {
    return size.width() <= other.width() && size.height() <= other.height();
  }

  private static PixelSize size(String text) {
    String[] edges = text.split("x");
    return new PixelSize(Integer.parseInt(edges[0]), Integer.parseInt(edges[1]));
  }
}
