package dev.darkroom.local.rekognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.local.http.AwsError;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureDecoderTest {
  @Test
  void drawsGreyAsItStands() throws IOException {
    var grey = new BufferedImage(80, 80, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 100);
    BufferedImage picture = PictureDecoder.decode(Pictures.encode(grey, "png"));
    assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(picture.getRGB(0, 0) & 0xffffff).isEqualTo(0x646464);
  }

  @Test
  void drawsGreyWithAlphaAsItStandsOverWhite() throws IOException {
    var model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, 3, DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(80, 80);
    raster.setPixel(0, 0, new int[] {100, 255});
    raster.setPixel(1, 0, new int[] {100, 0});
    byte[] png = Pictures.encode(new BufferedImage(model, raster, false, null), "png");
    BufferedImage picture = PictureDecoder.decode(png);
    assertThat(picture.getRGB(0, 0) & 0xffffff).isEqualTo(0x646464);
    assertThat(picture.getRGB(1, 0) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void paintsTransparentPartsWhite() throws IOException {
    var clear = new BufferedImage(80, 80, BufferedImage.TYPE_INT_ARGB);
    BufferedImage picture = PictureDecoder.decode(Pictures.encode(clear, "png"));
    assertThat(picture.getRGB(40, 40) & 0xffffff).isEqualTo(0xffffff);
  }

  /** The upper left quarter is red as stored; where it ends up shows how the picture was turned. */
  @ParameterizedTest
  @CsvSource({
    "1, 200, 100, 20, 20", "2, 200, 100, 180, 20", "3, 200, 100, 180, 80", "4, 200, 100, 20, 80",
    "5, 100, 200, 20, 20", "6, 100, 200, 80, 20", "7, 100, 200, 80, 180", "8, 100, 200, 20, 180"
  })
  void turnsAJpegUprightByItsExifOrientation(
      int orientation, int width, int height, int redX, int redY) throws IOException {
    BufferedImage stored = Pictures.halves(Color.RED, Color.BLUE, 0.5);
    stored.createGraphics().fillRect(0, 50, 200, 50);
    byte[] jpeg = Pictures.encode(stored, "jpeg");
    BufferedImage picture = PictureDecoder.decode(Pictures.withOrientation(jpeg, orientation));
    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
    for (int x : new int[] {20, width - 20}) {
      for (int y : new int[] {20, height - 20}) {
        var color = new Color(picture.getRGB(x, y));
        assertThat(color.getRed() > 200 && color.getBlue() < 50)
            .as("red at %d, %d", x, y)
            .isEqualTo(x == redX && y == redY);
      }
    }
  }

  @Test
  void thinsOutALargePicture() throws IOException {
    BufferedImage picture = PictureDecoder.decode(Pictures.png(8000, 2000));
    assertThat(picture.getWidth()).isEqualTo(4000);
    assertThat(picture.getHeight()).isEqualTo(1000);
  }

  @Test
  void refusesWhatIsNeitherJpegNorPng() throws IOException {
    byte[] gif = Pictures.encode(new BufferedImage(80, 80, BufferedImage.TYPE_INT_RGB), "gif");
    assertRefused(gif, "InvalidImageFormatException");
    assertRefused("a text".getBytes(UTF_8), "InvalidImageFormatException");
  }

  @Test
  void refusesABrokenFile() throws IOException {
    byte[] png = Pictures.png(100, 100);
    assertRefused(Arrays.copyOf(png, 20), "InvalidImageFormatException");
  }

  @Test
  void refusesLessThan80Pixels() throws IOException {
    assertRefused(Pictures.png(79, 200), "InvalidParameterException");
  }

  @Test
  void refusesMoreThan10000Pixels() throws IOException {
    assertRefused(Pictures.png(10_001, 80), "ImageTooLargeException")
        .hasMessage(
            "Input image dimensions 10001 x 80 exceed maximum dimension size of 10000 pixels");
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(byte[] file, String code) {
    return assertThatThrownBy(() -> PictureDecoder.decode(file))
        .isInstanceOfSatisfying(AwsError.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
