package dev.darkroom.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Rendition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabellingLimitsTest {
  @ParameterizedTest
  @CsvSource({
    "80, 80, 1, image/jpeg",
    "10000, 80, 1, image/png",
    "80, 10000, 15728640, image/png",
  })
  void takesWhatRekognitionTakes(int width, int height, long bytes, String contentType) {
    Rendition rendition = rendition(width, height, bytes, contentType);
    assertThat(LabellingLimits.largestTaken(List.of(rendition))).contains(rendition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "79 | 600 | 1 | image/jpeg | the picture has 79 × 600 px, and labelling needs 80 px a side.",
        "10001 | 99 | 1 | image/jpeg | the picture has 10001 × 99 px, and labelling takes 10000 px"
            + " a side at most.",
        "600 | 400 | 15728641 | image/png | the picture has 15.7 MB, and labelling takes 15.7 MB at"
            + " most.",
        "600 | 400 | 1 | image/webp | the picture is image/webp, which is not labelled."
      })
  void tellsWhatItDoesNotTake(
      int width, int height, long bytes, String contentType, String objection) {
    List<Rendition> renditions = List.of(rendition(width, height, bytes, contentType));
    assertThat(LabellingLimits.largestTaken(renditions)).isEmpty();
    assertThat(LabellingLimits.whyNone(renditions)).isEqualTo("There are no labels: " + objection);
  }

  @Test
  void theLargestIsTheOneOfMostPixels() {
    Rendition wide = rendition(1200, 100, 1, "image/jpeg");
    Rendition square = rendition(480, 480, 1, "image/jpeg");
    assertThat(LabellingLimits.largestTaken(List.of(wide, square))).contains(square);
  }

  private static Rendition rendition(int width, int height, long bytes, String contentType) {
    return new Rendition("large", width, height, bytes, contentType, "key");
  }
}
