package dev.darkroom.imaging.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.PixelSize;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LeptonicaCodecTest {
  private static final PixelSize STORED = new PixelSize(403, 202);

  private final LeptonicaCodec codec = new LeptonicaCodec();

  @ParameterizedTest
  @EnumSource
  void decodesAtEachScale(JpegScale scale) {
    for (byte[] file :
        new byte[][] {
          Pictures.file(ImageFormat.JPEG, markedCorners()),
          Pictures.progressiveJpeg(markedCorners())
        }) {
      BufferedImage picture = decode(file, scale, Orientation.NORMAL).orElseThrow();

      assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
      assertThat(PixelSize.of(picture)).isEqualTo(scale.of(STORED));
      assertCorner(picture, "left top", Color.RED);
      assertCorner(picture, "right top", Color.BLUE);
      assertCorner(picture, "right bottom", Color.WHITE);
    }
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
  void turnsThePictureUprightAtEachScale(int exif, String red, String blue) {
    Orientation orientation = Orientation.ofExif(exif);
    byte[] file = Pictures.file(ImageFormat.JPEG, markedCorners());
    for (JpegScale scale : JpegScale.values()) {
      BufferedImage picture = decode(file, scale, orientation).orElseThrow();

      assertThat(PixelSize.of(picture)).isEqualTo(orientation.upright(scale.of(STORED)));
      assertCorner(picture, red, Color.RED);
      assertCorner(picture, blue, Color.BLUE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void decodesGrey(JpegScale scale) {
    BufferedImage grey = new BufferedImage(403, 202, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 403 * 202; i++) {
      grey.getRaster().setSample(i % 403, i / 403, 0, i % 403 < 200 ? 40 : 200);
    }

    BufferedImage picture =
        decode(Pictures.file(ImageFormat.JPEG, grey), scale, Orientation.NORMAL).orElseThrow();

    assertCorner(picture, "left bottom", new Color(40, 40, 40));
    assertCorner(picture, "right top", new Color(200, 200, 200));
  }

  @Test
  void givesTheMeanOfThePixelsThatBecomeOne() {
    byte[] file = codec.encode(Pictures.scenery(400, 200), JpegProcess.PROGRESSIVE);

    BufferedImage eighth =
        codec
            .decode(file, new PixelSize(400, 200), JpegScale.EIGHTH, Orientation.NORMAL)
            .orElseThrow();

    for (int x = 0; x < 50; x++) {
      // Red rises by 255 from left to right.
      assertThat((eighth.getRGB(x, 10) >> 16) & 0xFF)
          .isBetween((8 * x + 4) * 255 / 400 - 4, (8 * x + 4) * 255 / 400 + 4);
    }
  }

  @Test
  void leavesATruncatedFileToOthers() {
    for (byte[] file :
        new byte[][] {
          Pictures.file(ImageFormat.JPEG, Pictures.scenery(403, 202)),
          Pictures.progressiveJpeg(Pictures.scenery(403, 202))
        }) {
      for (int length : new int[] {0, 1, 2, 300, file.length / 2, file.length - 40}) {
        assertThat(decode(Arrays.copyOf(file, length), JpegScale.HALF, Orientation.NORMAL))
            .as("%d bytes", length)
            .isEmpty();
      }
    }
  }

  @Test
  void leavesADamagedFileToOthers() {
    byte[] file = Pictures.file(ImageFormat.JPEG, Pictures.scenery(403, 202));
    // A marker that does not belong into coded data.
    file[file.length / 2] = (byte) 0xFF;
    file[file.length / 2 + 1] = (byte) 0xC4;

    assertThat(decode(file, JpegScale.FULL, Orientation.NORMAL)).isEmpty();
  }

  @Test
  void leavesAFileOfAnotherSizeToOthers() {
    byte[] file = Pictures.file(ImageFormat.JPEG, Pictures.scenery(400, 202));

    assertThat(decode(file, JpegScale.EIGHTH, Orientation.NORMAL)).isEmpty();
  }

  @Test
  void leavesInksToOthers() {
    assertThat(decode(Pictures.cmykJpeg(403, 202), JpegScale.FULL, Orientation.NORMAL)).isEmpty();
  }

  @Test
  void leavesOtherFormatsToOthers() {
    byte[] file = Pictures.file(ImageFormat.PNG, Pictures.scenery(403, 202));

    assertThat(decode(file, JpegScale.FULL, Orientation.NORMAL)).isEmpty();
  }

  private Optional<BufferedImage> decode(byte[] file, JpegScale scale, Orientation orientation) {
    return codec.decode(file, STORED, scale, orientation);
  }

  private static BufferedImage markedCorners() {
    return Pictures.markedCorners(STORED.width(), STORED.height());
  }

  private static void assertCorner(BufferedImage picture, String corner, Color expected) {
    int x = corner.startsWith("left") ? 2 : picture.getWidth() - 3;
    int y = corner.endsWith("top") ? 2 : picture.getHeight() - 3;
    Color actual = new Color(picture.getRGB(x, y));
    assertThat(actual.getRed()).isBetween(expected.getRed() - 12, expected.getRed() + 12);
    assertThat(actual.getGreen()).isBetween(expected.getGreen() - 12, expected.getGreen() + 12);
    assertThat(actual.getBlue()).isBetween(expected.getBlue() - 12, expected.getBlue() + 12);
  }
}
