package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelSizeTest {

  @ParameterizedTest
  @CsvSource({
    "6000, 4000, 1280, 1280, 853",
    "4000, 6000, 1280, 853, 1280",
    "1280, 853, 1280, 1280, 853",
    "100, 50, 1280, 100, 50",
    // 2.5 goes up, 2.25 goes down
    "40, 10, 10, 10, 3",
    "40, 9, 10, 10, 2",
    "5000, 1, 160, 160, 1",
    "1, 5000, 160, 1, 160",
    "2147483647, 2147483647, 10000, 10000, 10000"
  })
  void keepsLongEdgeAndAspect(int width, int height, int edge, int newWidth, int newHeight) {
    assertThat(new PixelSize(width, height).within(edge))
        .isEqualTo(new PixelSize(newWidth, newHeight));
  }

  @Test
  void stepsToAPowerOfTwoTimesTheTarget() {
    PixelSize target = new PixelSize(1280, 853);

    assertThat(new PixelSize(6000, 4000).firstStep(target, true))
        .isEqualTo(new PixelSize(5120, 3412));
    assertThat(new PixelSize(4896, 3264).firstStep(target, true))
        .isEqualTo(new PixelSize(5120, 3412));
    assertThat(new PixelSize(4896, 3264).firstStep(target, false))
        .isEqualTo(new PixelSize(2560, 1706));
    assertThat(target.firstStep(target, true)).isEqualTo(target);
  }

  @Test
  void halvesEachEdgeDownToTheTarget() {
    PixelSize target = new PixelSize(160, 1);

    assertThat(new PixelSize(640, 1).halvedTo(target)).isEqualTo(new PixelSize(320, 1));
    assertThat(new PixelSize(160, 2).halvedTo(target)).isEqualTo(target);
  }
}
