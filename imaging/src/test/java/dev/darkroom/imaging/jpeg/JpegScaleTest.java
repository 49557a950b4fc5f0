package dev.darkroom.imaging.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.PixelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegScaleTest {

  @ParameterizedTest
  @CsvSource({
    "6000, 4000, 1280, 853, QUARTER",
    "5120, 3413, 1280, 853, QUARTER",
    "5117, 3412, 1280, 853, QUARTER",
    // 1279 columns are one too few
    "5116, 3411, 1280, 853, HALF",
    "2560, 1600, 1280, 800, HALF",
    "1280, 853, 1280, 853, FULL",
    "640, 427, 640, 427, FULL",
    "10240, 10240, 1280, 1280, EIGHTH",
    "40000, 30000, 160, 120, EIGHTH",
    // the short edge counts as well
    "8000, 16, 1000, 3, QUARTER",
    "1, 8000, 1, 1000, EIGHTH"
  })
  void isTheSmallestThatReachesBothEdges(
      int width, int height, int neededWidth, int neededHeight, JpegScale expected) {
    assertThat(
            JpegScale.reaching(
                new PixelSize(width, height), new PixelSize(neededWidth, neededHeight)))
        .isEqualTo(expected);
  }

  @Test
  void countsAPartOfAPixelAsOne() {
    assertThat(JpegScale.QUARTER.of(new PixelSize(5641, 3))).isEqualTo(new PixelSize(1411, 1));
    assertThat(JpegScale.EIGHTH.of(new PixelSize(65_500, 8))).isEqualTo(new PixelSize(8188, 1));
  }
}
