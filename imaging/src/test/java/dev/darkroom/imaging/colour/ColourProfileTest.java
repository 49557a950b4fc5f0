package dev.darkroom.imaging.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.imaging.Pictures;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourProfileTest {
  /** What rounding to 8 bits costs. */
  private static final Offset<Double> ROUNDING = Offset.offset(1.01);

  /** LCMS keeps 14 bits of linear light, which shows in the dark channels of bright colours. */
  private static final Offset<Double> LINEAR_ROUNDING = Offset.offset(2.2);

  @ParameterizedTest
  @CsvSource({
    "255, 0, 0",
    "0, 255, 0",
    "0, 0, 255",
    "128, 128, 128",
    "150, 100, 90",
    "90, 140, 110",
    "200, 180, 60",
    "30, 40, 50",
    "255, 255, 255",
    "0, 0, 0"
  })
  void convertsDisplayP3(int red, int green, int blue) throws Exception {
    assertConverts(
        fixture("display-p3.icc"),
        red,
        green,
        blue,
        RgbSpace.DISPLAY_P3.toSrgb(
            RgbSpace.decoded(red), RgbSpace.decoded(green), RgbSpace.decoded(blue)));
  }

  @ParameterizedTest
  @CsvSource({
    "255, 0, 0",
    "0, 255, 0",
    "0, 0, 255",
    "128, 128, 128",
    "150, 100, 90",
    "120, 140, 110",
    "200, 180, 100",
    "60, 60, 70",
    "255, 255, 255",
    "0, 0, 0"
  })
  void convertsAdobeRgb(int red, int green, int blue) throws Exception {
    double gamma = 563 / 256.0;
    assertConverts(
        fixture("compatible-with-adobe-rgb.icc"),
        red,
        green,
        blue,
        RgbSpace.ADOBE_RGB.toSrgb(
            Math.pow(red / 255.0, gamma),
            Math.pow(green / 255.0, gamma),
            Math.pow(blue / 255.0, gamma)));
  }

  @ParameterizedTest
  @CsvSource({"128, 128, 128", "120, 110, 100", "90, 100, 95", "180, 170, 175", "255, 255, 255"})
  void convertsProPhoto(int red, int green, int blue) throws Exception {
    assertConverts(
        IccBuilder.display(RgbSpace.PRO_PHOTO, 1.8),
        red,
        green,
        blue,
        RgbSpace.PRO_PHOTO.toSrgb(
            Math.pow(red / 255.0, 1.8), Math.pow(green / 255.0, 1.8), Math.pow(blue / 255.0, 1.8)));
  }

  /** As some cameras and scanners, and Apple, write them. */
  @ParameterizedTest
  @CsvSource({"128, 128, 128", "150, 100, 90", "90, 140, 110", "200, 180, 60", "255, 255, 255"})
  void convertsThroughTables(int red, int green, int blue) throws Exception {
    byte[] profile = IccBuilder.tables("mntr", "RGB ", 3, 33, ColourProfileTest::labOfGamma18);
    double[] expected =
        RgbSpace.ADOBE_RGB.toSrgb(
            Math.pow(red / 255.0, 1.8), Math.pow(green / 255.0, 1.8), Math.pow(blue / 255.0, 1.8));

    double[] converted = converted(profile, red, green, blue);

    // The table itself holds Lab in whole numbers.
    assertThat(converted).containsExactly(expected, Offset.offset(4.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0, 1.8, 2.2})
  void convertsGreyOfAnyGamma(double gamma) throws Exception {
    ColourConversion conversion = ColourProfile.read(IccBuilder.grey(gamma)).conversion();
    // As the profile holds it.
    double held = Math.round(gamma * 256) / 256.0;
    for (int level = 0; level < 256; level++) {
      double expected = RgbSpace.encoded(Math.pow(level / 255.0, held));

      int pixel = converted(conversion, BufferedImage.TYPE_INT_RGB, level * 0x010101);

      assertThat((double) (pixel & 0xFF)).isEqualTo(expected, ROUNDING);
      assertThat(pixel & 0xFFFFFF).isEqualTo((pixel & 0xFF) * 0x010101);
    }
  }

  /** The paper between the dots of a half-tone darkens: 50 % of ink print as 70 %. */
  @Test
  void convertsGreyOfADotGain() throws Exception {
    byte[] profile = IccBuilder.grey(0, 0.12, 0.30, 0.60, 1);

    assertThat(converted(profile, 128, 128, 128)[0])
        .isEqualTo(RgbSpace.encoded(0.30 + 0.30 * (128 - 127.5) / 63.75), ROUNDING);
    assertThat(converted(profile, 51, 51, 51)[0]).isEqualTo(RgbSpace.encoded(0.12 * 0.8), ROUNDING);
  }

  @Test
  void leavesSrgbAsItIsWhoeverMadeTheProfile() throws Exception {
    double[] curve = new double[1024];
    for (int i = 0; i < curve.length; i++) {
      double share = i / (curve.length - 1.0);
      curve[i] = share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    assertThat(ColourProfile.read(IccBuilder.display(RgbSpace.SRGB, curve)).conversion())
        .isSameAs(ColourConversion.NONE);
    assertThat(ColourProfile.read(IccBuilder.grey(curve)).conversion())
        .isSameAs(ColourConversion.NONE);
    assertThat(
            ColourProfile.read(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()).conversion())
        .isSameAs(ColourConversion.NONE);
    assertThat(ColourProfile.read(IccBuilder.display(RgbSpace.SRGB, 2.2)).conversion())
        .isNotSameAs(ColourConversion.NONE);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 1", "100, 300", "9000, 2"})
  void convertsEveryPixelOfAPicture(int width, int height) throws Exception {
    ColourConversion conversion = ColourProfile.read(fixture("display-p3.icc")).conversion();
    BufferedImage picture = Pictures.scenery(width, height);
    BufferedImage before = Pictures.scenery(width, height);

    conversion.apply(picture);

    for (int i = 0; i < width * height; i += Math.max(1, width * height / 500)) {
      int x = i % width;
      int y = i / width;
      assertThat(picture.getRGB(x, y) & 0xFFFFFF)
          .isEqualTo(
              converted(conversion, BufferedImage.TYPE_INT_RGB, before.getRGB(x, y)) & 0xFFFFFF);
    }
    assertThat(picture.getRGB(width - 1, height - 1) & 0xFFFFFF)
        .isEqualTo(
            converted(conversion, BufferedImage.TYPE_INT_RGB, before.getRGB(width - 1, height - 1))
                & 0xFFFFFF);
  }

  @Test
  void convertsTheColoursBehindTheOpacity() throws Exception {
    ColourConversion conversion = ColourProfile.read(fixture("display-p3.icc")).conversion();
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      int stored = Premultiplied.of(random.nextInt());
      int straight = Premultiplied.straight(stored) | 0xFF000000;
      int opaque = converted(conversion, BufferedImage.TYPE_INT_RGB, straight) & 0xFFFFFF;

      assertThat(converted(conversion, BufferedImage.TYPE_INT_ARGB_PRE, stored))
          .isEqualTo(Premultiplied.of((stored & 0xFF000000) | opaque));
    }
    assertThat(converted(conversion, BufferedImage.TYPE_INT_ARGB_PRE, 0)).isZero();
  }

  @Test
  void fitsPixelsOfItsOwnKind() throws Exception {
    ColourProfile rgb = ColourProfile.read(fixture("display-p3.icc"));
    ColourProfile grey = ColourProfile.read(IccBuilder.grey(2.2));
    ColourProfile inks =
        ColourProfile.read(
            IccBuilder.tables(
                "prtr", "CMYK", 4, 2, ink -> new double[] {100 - ink[3] * 100, 0, 0}));

    assertThat(Arrays.stream(DeviceSpace.values()).filter(rgb::fits))
        .containsExactly(DeviceSpace.RGB, DeviceSpace.GREY);
    assertThat(Arrays.stream(DeviceSpace.values()).filter(grey::fits))
        .containsExactly(DeviceSpace.GREY);
    assertThat(Arrays.stream(DeviceSpace.values()).filter(inks::fits)).isEmpty();
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(inks::conversion);
  }

  @ParameterizedTest
  @CsvSource({"abst, RGB", "link, RGB", "nmcl, RGB", "mntr, Lab", "mntr, HSV", "mntr, 6CLR"})
  void refusesWhatDescribesNoPicture(String profileClass, String space) {
    byte[] profile = IccBuilder.display(RgbSpace.SRGB, 2.2);
    byte[] header =
        (profileClass + (space + " ").substring(0, 4)).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(header, 0, profile, 12, 8);

    assertBroken(profile);
  }

  @Test
  void refusesAProfileWithoutItsCurvesOrTables() {
    assertBroken(new IccBuilder("mntr", "RGB ", "XYZ ").build());
    assertBroken(new IccBuilder("mntr", "GRAY", "XYZ ").build());
    assertBroken(new IccBuilder("prtr", "CMYK", "Lab ").build());
  }

  /** As version 4.3 of the specification has them, in floating point. */
  @Test
  void convertsThroughStages() throws Exception {
    double[] expected = RgbSpace.ADOBE_RGB.toSrgb(150 / 255.0, 100 / 255.0, 90 / 255.0);

    assertThat(converted(IccBuilder.stages(RgbSpace.ADOBE_RGB, 1), 150, 100, 90))
        .containsExactly(expected, LINEAR_ROUNDING);
  }

  @Test
  void refusesAProfileOfEndlessStages() throws Exception {
    ColourProfile.read(IccBuilder.stages(RgbSpace.ADOBE_RGB, 900));

    assertBroken(IccBuilder.stages(RgbSpace.ADOBE_RGB, 1_000));
  }

  @Test
  void refusesAProfileThatIsCutShort() throws Exception {
    byte[] profile = fixture("compatible-with-adobe-rgb.icc");
    for (int end = 0; end < profile.length; end++) {
      assertBroken(Arrays.copyOf(profile, end));
    }
  }

  @Test
  void readsAnyBytesOrRefusesThem() throws Exception {
    Random random = new Random(4);
    int refused = 0;
    for (int round = 0; round < 600; round++) {
      byte[] profile =
          round % 2 == 0
              ? fixture("display-p3.icc")
              : IccBuilder.tables("mntr", "RGB ", 3, 2, parts -> new double[3]);
      for (int change = 0; change < 4; change++) {
        profile[random.nextInt(Math.min(400, profile.length))] = (byte) random.nextInt(256);
      }
      try {
        ColourProfile read = ColourProfile.read(profile);
        if (read.fits(DeviceSpace.GREY)) {
          converted(read.conversion(), BufferedImage.TYPE_INT_ARGB_PRE, 0x80402010);
        }
      } catch (BrokenProfile e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(20, 580);
  }

  private static void assertBroken(byte[] profile) {
    assertThatExceptionOfType(BrokenProfile.class).isThrownBy(() -> ColourProfile.read(profile));
  }

  private static void assertConverts(
      byte[] profile, int red, int green, int blue, double[] expected) throws BrokenProfile {
    assertThat(converted(profile, red, green, blue)).containsExactly(expected, LINEAR_ROUNDING);
  }

  private static double[] converted(byte[] profile, int red, int green, int blue)
      throws BrokenProfile {
    int pixel =
        converted(
            ColourProfile.read(profile).conversion(),
            BufferedImage.TYPE_INT_RGB,
            (red << 16) | (green << 8) | blue);
    return new double[] {(pixel >> 16) & 0xFF, (pixel >> 8) & 0xFF, pixel & 0xFF};
  }

  private static int converted(ColourConversion conversion, int type, int pixel) {
    BufferedImage picture = new BufferedImage(1, 1, type);
    picture.getRaster().setDataElements(0, 0, new int[] {pixel});
    conversion.apply(picture);
    return ((int[]) picture.getRaster().getDataElements(0, 0, null))[0];
  }

  private static double[] labOfGamma18(double[] rgb) {
    double[] xyz =
        RgbSpace.ADOBE_RGB.xyz(Math.pow(rgb[0], 1.8), Math.pow(rgb[1], 1.8), Math.pow(rgb[2], 1.8));
    double x = cubeRoot(xyz[0] / 0.9642);
    double y = cubeRoot(xyz[1]);
    double z = cubeRoot(xyz[2] / 0.8249);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double cubeRoot(double share) {
    return share > 216 / 24_389.0 ? Math.cbrt(share) : (24_389 / 27.0 * share + 16) / 116;
  }

  static byte[] fixture(String name) throws IOException {
    try (InputStream in = ColourProfileTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
