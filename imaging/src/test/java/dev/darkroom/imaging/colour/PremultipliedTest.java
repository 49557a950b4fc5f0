package dev.darkroom.imaging.colour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PremultipliedTest {

  @Test
  void multipliesEachLevelWithTheOpacityRoundedToTheNearest() {
    for (int opacity = 0; opacity < 256; opacity++) {
      for (int level = 0; level < 256; level++) {
        int expected = (int) Math.round(level * opacity / 255.0);

        assertThat(Premultiplied.of(pixel(opacity, level, 255 - level, level)))
            .isEqualTo(
                pixel(
                    opacity,
                    expected,
                    (int) Math.round((255 - level) * opacity / 255.0),
                    expected));
      }
    }
  }

  @Test
  void makesTheSamePixelOfWhatItDivided() {
    for (int opacity = 0; opacity < 256; opacity++) {
      for (int level = 0; level <= opacity; level++) {
        int premultiplied = pixel(opacity, level, opacity - level, level / 2);

        assertThat(Premultiplied.of(Premultiplied.straight(premultiplied)))
            .isEqualTo(premultiplied);
      }
    }
  }

  @Test
  void dividesLevelsByTheOpacity() {
    assertThat(Premultiplied.straight(0x80402010)).isEqualTo(0x80804020);
    assertThat(Premultiplied.straight(0x01010001)).isEqualTo(0x01FF00FF);
    assertThat(Premultiplied.straight(0xFF123456)).isEqualTo(0xFF123456);
    assertThat(Premultiplied.straight(0)).isZero();
  }

  @Test
  void cutsLevelsAboveTheirOpacity() {
    assertThat(Premultiplied.cut(0x80FF7F81)).isEqualTo(0x80807F80);
    assertThat(Premultiplied.cut(0x00FFFFFF)).isZero();
    assertThat(Premultiplied.cut(0xFFFFFFFF)).isEqualTo(0xFFFFFFFF);
    assertThat(Premultiplied.straight(0x80FF7F81)).isEqualTo(0x80FFFDFF);
  }

  private static int pixel(int opacity, int red, int green, int blue) {
    return (opacity << 24) | (red << 16) | (green << 8) | blue;
  }
}
