package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {
  /** How far JPEG may move a level of a plain field. */
  private static final int JPEG_ERROR = 10;

  @ParameterizedTest
  @EnumSource
  void decodesEachFormatToPackedRgb(ImageFormat format) {
    byte[] file = Pictures.file(format, Pictures.markedCorners(80, 40));

    BufferedImage picture = decode(file);

    assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(picture.getWidth()).isEqualTo(80);
    assertThat(picture.getHeight()).isEqualTo(40);
    assertColour(picture, 5, 3, Color.RED);
    assertColour(picture, 74, 3, Color.BLUE);
    assertColour(picture, 5, 36, Color.WHITE);
  }

  /** Where red, the stored top left corner, and blue, the stored top right one, have to be. */
  @ParameterizedTest
  @CsvSource({
    "1, left top, right top",
    "2, right top, left top",
    "3, right bottom, left bottom",
    "4, left bottom, right bottom",
    "5, left top, left bottom",
    "6, right top, right bottom",
    "7, right bottom, right top",
    "8, left bottom, left top"
  })
  void appliesTheOrientation(int exif, String red, String blue) {
    for (ImageFormat format :
        List.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.TIFF, ImageFormat.WEBP)) {
      byte[] file = Pictures.file(format, Pictures.markedCorners(80, 40));

      BufferedImage picture = decode(Splice.oriented(format, file, exif));

      assertThat(picture.getWidth()).as(format.name()).isEqualTo(exif < 5 ? 80 : 40);
      assertThat(picture.getHeight()).isEqualTo(exif < 5 ? 40 : 80);
      assertCorner(picture, red, Color.RED);
      assertCorner(picture, blue, Color.BLUE);
    }
  }

  @Test
  void decodesProgressiveJpeg() {
    byte[] file = Pictures.progressiveJpeg(Pictures.markedCorners(80, 40));

    assertColour(decode(file), 5, 3, Color.RED);
  }

  @Test
  void laysTransparencyOnWhite() {
    BufferedImage glass = new BufferedImage(30, 10, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 10; y++) {
      for (int x = 0; x < 30; x++) {
        glass.setRGB(x, y, new int[] {0x00FF0000, 0x800000FF, 0xFF00FF00}[x / 10]);
      }
    }

    BufferedImage picture = decode(Pictures.file(ImageFormat.PNG, glass));

    assertColour(picture, 5, 5, Color.WHITE);
    assertColour(picture, 15, 5, new Color(127, 127, 255));
    assertColour(picture, 25, 5, Color.GREEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void keepsTheBrightnessOfGreyPictures(int type) {
    BufferedImage grey = new BufferedImage(20, 20, type);
    int full = type == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65_535;
    for (int i = 0; i < 400; i++) {
      grey.getRaster().setSample(i % 20, i / 20, 0, full * 100 / 255);
    }

    assertColour(decode(Pictures.file(ImageFormat.PNG, grey)), 9, 9, new Color(100, 100, 100));
    if (type == BufferedImage.TYPE_BYTE_GRAY) {
      assertColour(decode(Pictures.file(ImageFormat.JPEG, grey)), 9, 9, new Color(100, 100, 100));
    }
  }

  @Test
  void keepsTheBrightnessOfGreyWithAlpha() {
    BufferedImage picture = decode(Pictures.greyAlphaPng(20, 20, 100, 128));

    // 100 at half on white: (100 * 128 + 255 * 127) / 255
    assertColour(picture, 9, 9, new Color(177, 177, 177));
  }

  @Test
  void convertsAnEmbeddedProfileToSrgb() {
    byte[] untagged =
        Pictures.file(ImageFormat.JPEG, Pictures.plain(16, 16, new Color(55, 55, 55)));

    // 55 of 255 in linear light is 128 in sRGB.
    assertColour(decode(Splice.withLinearProfile(untagged)), 8, 8, new Color(128, 128, 128));
    assertColour(decode(untagged), 8, 8, new Color(55, 55, 55));
  }

  @Test
  void takesTheFirstFrameOfAnAnimation() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Color colour : new Color[] {Color.RED, Color.BLUE}) {
        writer.writeToSequence(new IIOImage(Pictures.plain(9, 9, colour), null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }

    assertColour(decode(file.toByteArray()), 4, 4, Color.RED);
  }

  @Test
  void decodesASinglePixel() {
    assertThat(decode(Pictures.file(ImageFormat.PNG, Pictures.scenery(1, 1))).getWidth()).isOne();
  }

  @ParameterizedTest
  @CsvSource({"astronaut.png, 512, 512", "chelsea.png, 451, 300", "rocket.jpg, 640, 427"})
  void decodesTheSamplePhotos(String name, int width, int height) throws IOException {
    BufferedImage picture = decode(Files.readAllBytes(Path.of("..", "samples", name)));

    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
  }

  private static BufferedImage decode(byte[] file) {
    return Decoded.pixels(file);
  }

  private static void assertCorner(BufferedImage picture, String corner, Color expected) {
    int x = corner.startsWith("left") ? 4 : picture.getWidth() - 5;
    int y = corner.endsWith("top") ? 4 : picture.getHeight() - 5;
    assertColour(picture, x, y, expected);
  }

  private static void assertColour(BufferedImage picture, int x, int y, Color expected) {
    Color actual = new Color(picture.getRGB(x, y));
    int error =
        Math.max(
            Math.abs(actual.getRed() - expected.getRed()),
            Math.max(
                Math.abs(actual.getGreen() - expected.getGreen()),
                Math.abs(actual.getBlue() - expected.getBlue())));
    assertThat(error).as("%s, not %s", actual, expected).isLessThanOrEqualTo(JPEG_ERROR);
  }
}
