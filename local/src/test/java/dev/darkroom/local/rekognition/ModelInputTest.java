package dev.darkroom.local.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ModelInputTest {
  private static final int PLANE = ModelInput.SIDE * ModelInput.SIDE;

  @Test
  void scalesColoursToMinusOneToOneInThreePlanes() {
    var orange = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    orange.setRGB(0, 0, 0xff8000);
    float[] planes = ModelInput.of(orange);
    assertThat(planes).hasSize(3 * PLANE);
    assertThat(planes[0]).isEqualTo(1f);
    assertThat(planes[PLANE]).isCloseTo(128 * 2 / 255f - 1, within(1e-6f));
    assertThat(planes[2 * PLANE]).isEqualTo(-1f);
  }

  @Test
  void samplesWithoutHalfPixelOffsets() {
    // Black, then white: with the corner as origin, the middle of the result is the white column.
    var halves = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    halves.setRGB(1, 0, 0xffffff);
    float[] planes = ModelInput.of(halves);
    assertThat(planes[0]).isEqualTo(-1f);
    assertThat(planes[75]).isCloseTo(0f, within(1e-6f));
    assertThat(planes[150]).isEqualTo(1f);
    assertThat(planes[299]).isEqualTo(1f);
  }
}
