package dev.darkroom.local.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.local.rekognition.Anchors.Anchor;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoxDecoderTest {
  private final BoxDecoder decoder =
      new BoxDecoder(List.of(new Anchor(0.5, 0.5, 0.2, 0.4), new Anchor(0.1, 0.9, 0.4, 0.4)));

  @Test
  void givesTheAnchorItselfWithoutOffsets() {
    assertBox(decoder.decode(new float[8], 0), 0.3, 0.4, 0.4, 0.2);
  }

  @Test
  void movesTheCentreByTenthsOfTheAnchor() {
    float[] right = {0, 5, 0, 0};
    assertBox(decoder.decode(right, 0), 0.3 + 0.5 * 0.4, 0.4, 0.4, 0.2);
  }

  @Test
  void growsTheSidesByFifthsOfAnExponent() {
    float[] twiceAsHigh = {0, 0, (float) (5 * Math.log(2)), 0};
    assertBox(decoder.decode(twiceAsHigh, 0), 0.3, 0.3, 0.4, 0.4);
  }

  @Test
  void clipsToThePicture() {
    assertBox(decoder.decode(new float[8], 1), 0.7, 0, 0.3, 0.3);
  }

  private static void assertBox(Box box, double left, double top, double width, double height) {
    assertThat(box.left()).isCloseTo(left, within(1e-6));
    assertThat(box.top()).isCloseTo(top, within(1e-6));
    assertThat(box.width()).isCloseTo(width, within(1e-6));
    assertThat(box.height()).isCloseTo(height, within(1e-6));
  }
}
