package dev.darkroom.local.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ImageQualityTest {
  @Test
  void aPlainWhiteSurfaceIsBrightFlatAndWithoutDetail() {
    var quality = ImageQuality.of(Pictures.halves(Color.WHITE, Color.WHITE, 1));
    assertThat(quality.brightness()).isCloseTo(100, within(0.01));
    assertThat(quality.contrast()).isCloseTo(0, within(0.01));
    assertThat(quality.sharpness()).isCloseTo(0, within(0.01));
  }

  @Test
  void halfBlackAndHalfWhiteIsAllTheContrastThereIs() {
    var quality = ImageQuality.of(Pictures.halves(Color.BLACK, Color.WHITE, 0.5));
    assertThat(quality.brightness()).isCloseTo(50, within(0.01));
    assertThat(quality.contrast()).isCloseTo(100, within(0.01));
  }

  @Test
  void anEdgeIsSharperThanAGradient() {
    var gradient = new BufferedImage(256, 100, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 256; x++) {
      for (int y = 0; y < 100; y++) {
        gradient.setRGB(x, y, x * 0x010101);
      }
    }
    var edge = Pictures.halves(Color.BLACK, Color.WHITE, 0.5);
    assertThat(ImageQuality.of(edge).sharpness())
        .isGreaterThan(50)
        .isGreaterThan(ImageQuality.of(gradient).sharpness());
  }
}
