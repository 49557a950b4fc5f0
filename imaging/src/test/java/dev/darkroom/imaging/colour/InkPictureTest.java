package dev.darkroom.imaging.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InkPictureTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, ffffff",
    "255, 0, 0, 0, 00ffff",
    "0, 255, 0, 0, ff00ff",
    "0, 0, 255, 0, ffff00",
    "0, 0, 0, 255, 000000",
    "255, 255, 255, 255, 000000",
    "51, 102, 0, 51, a37acc"
  })
  void mixesInksThatNoProfileDescribes(int c, int m, int y, int k, String expected) {
    InkPicture straight = InkPicture.of(inks(c, m, y, k), false, false, Optional.empty());
    InkPicture inverted =
        InkPicture.of(inks(255 - c, 255 - m, 255 - y, 255 - k), false, true, Optional.empty());

    assertThat(hex(straight)).isEqualTo(expected);
    assertThat(hex(inverted)).isEqualTo(expected);
    assertThat(straight.pixels().getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(straight.profileBroken()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void turnsLumaAndChromaIntoInks(boolean inverted) {
    Random random = new Random(6);
    for (int round = 0; round < 2_000; round++) {
      // What the three inks leave, which is what the transformation is defined on.
      double red = random.nextInt(256);
      double green = random.nextInt(256);
      double blue = random.nextInt(256);
      int luma = (int) Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
      int cb = (int) Math.round(128 + (blue - luma) / 1.772);
      int cr = (int) Math.round(128 + (red - luma) / 1.402);

      int pixel =
          InkPicture.of(
                  inks(luma, Math.min(255, cb), Math.min(255, cr), inverted ? 255 : 0),
                  true,
                  inverted,
                  Optional.empty())
              .pixels()
              .getRGB(0, 0);

      // Adobe's files hold the complement of inks throughout.
      Offset<Double> rounding = Offset.offset(3.0);
      assertThat((double) ((pixel >> 16) & 0xFF)).isEqualTo(inverted ? 255 - red : red, rounding);
      assertThat((double) ((pixel >> 8) & 0xFF))
          .isEqualTo(inverted ? 255 - green : green, rounding);
      assertThat((double) (pixel & 0xFF)).isEqualTo(inverted ? 255 - blue : blue, rounding);
    }
  }

  @Test
  void takesBlackOfYcckAsItIs() {
    assertThat(hex(InkPicture.of(inks(255, 128, 128, 51), true, false, Optional.empty())))
        .isEqualTo("cccccc");
  }

  /** Lab of the profile's corners, and the sRGB that the test computes for it. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 100, 0, 0",
    "0, 0, 0, 255, 0, 0, 0",
    "255, 0, 0, 0, 60, -20, -30",
    "0, 255, 0, 0, 55, 45, 0",
    "0, 0, 255, 0, 90, -5, 55",
    "255, 255, 0, 0, 35, 15, -30"
  })
  void convertsThroughTheProfileOfTheInks(
      int c, int m, int y, int k, double lightness, double a, double b) {
    InkPicture picture = InkPicture.of(inks(c, m, y, k), false, false, Optional.of(press()));

    int pixel = picture.pixels().getRGB(0, 0);
    assertThat(picture.profileBroken()).isFalse();
    assertThat(new double[] {(pixel >> 16) & 0xFF, (pixel >> 8) & 0xFF, pixel & 0xFF})
        .containsExactly(srgbOfLab(lightness, a, b), Offset.offset(3.0));
  }

  /** The black of a press reflects some light, which a screen has no use for. */
  @Test
  void makesTheDarkestInksBlack() {
    byte[] press =
        IccBuilder.tables(
            "prtr", "CMYK", 4, 2, ink -> new double[] {100 - 85 * Math.max(ink[3], ink[0]), 0, 0});

    assertThat(hex(InkPicture.of(inks(255, 255, 255, 255), false, false, Optional.of(press))))
        .isEqualTo("000000");
    assertThat(hex(InkPicture.of(inks(0, 0, 0, 0), false, false, Optional.of(press))))
        .isEqualTo("ffffff");
  }

  @Test
  void doesWithoutAProfileThatIsBrokenOrDescribesNoInks() throws Exception {
    for (byte[] profile :
        new byte[][] {new byte[200], ColourProfileTest.fixture("display-p3.icc")}) {
      InkPicture picture = InkPicture.of(inks(255, 0, 0, 0), false, false, Optional.of(profile));

      assertThat(picture.profileBroken()).isTrue();
      assertThat(hex(picture)).isEqualTo("00ffff");
    }
  }

  @Test
  void convertsEveryPixelOfARaster() {
    WritableRaster raster = Raster.createBandedRaster(DataBuffer.TYPE_BYTE, 130, 150, 4, null);
    for (int i = 0; i < 130 * 150; i++) {
      raster.setSample(i % 130, i / 130, 0, i % 256);
      raster.setSample(i % 130, i / 130, 1, i / 256);
    }

    // A part of it, which begins elsewhere.
    Raster part = raster.createChild(10, 20, 110, 120, 7, 9, null);
    BufferedImage picture = InkPicture.of(part, false, false, Optional.empty()).pixels();

    for (int y = 0; y < 120; y++) {
      for (int x = 0; x < 110; x++) {
        int i = (y + 20) * 130 + x + 10;
        assertThat(picture.getRGB(x, y) & 0xFFFFFF)
            .isEqualTo(((255 - i % 256) << 16) | ((255 - i / 256) << 8) | 255);
      }
    }
  }

  @Test
  void roundsInksOf16Bits() {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 1, 1, 4, null);
    raster.setPixel(0, 0, new int[] {65_535, 32_896 + 128, 0, 0});

    assertThat(hex(InkPicture.of(raster, false, false, Optional.empty()))).isEqualTo("007fff");
  }

  @Test
  void leavesOutWhatFollowsTheInks() {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 2, 1, 5, null);
    raster.setPixel(0, 0, new int[] {255, 0, 0, 0, 77});
    raster.setPixel(1, 0, new int[] {0, 255, 0, 0, 88});

    InkPicture picture = InkPicture.of(raster, false, false, Optional.empty());

    assertThat(hex(picture)).isEqualTo("00ffff");
    assertThat(picture.pixels().getRGB(1, 0)).isEqualTo(0xFFFF00FF);
  }

  @Test
  void wantsFourInks() {
    Raster three = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 1, 1, 3, null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> InkPicture.of(three, false, false, Optional.empty()));
  }

  private static byte[] press() {
    return IccBuilder.tables(
        "prtr",
        "CMYK",
        4,
        2,
        ink -> {
          if (ink[3] > 0) {
            return new double[3];
          }
          if (ink[0] > 0) {
            return ink[1] > 0 ? new double[] {35, 15, -30} : new double[] {60, -20, -30};
          }
          if (ink[1] > 0) {
            return new double[] {55, 45, 0};
          }
          return ink[2] > 0 ? new double[] {90, -5, 55} : new double[] {100, 0, 0};
        });
  }

  private static double[] srgbOfLab(double lightness, double a, double b) {
    double y = (lightness + 16) / 116;
    return RgbSpace.srgbOf(0.9642 * cube(y + a / 500), cube(y), 0.8249 * cube(y - b / 200));
  }

  private static double cube(double root) {
    return root > 6 / 29.0 ? root * root * root : (116 * root - 16) * 27 / 24_389;
  }

  private static Raster inks(int... samples) {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 1, 1, 4, null);
    raster.setPixel(0, 0, samples);
    return raster;
  }

  private static String hex(InkPicture picture) {
    return String.format("%06x", picture.pixels().getRGB(0, 0) & 0xFFFFFF);
  }
}
