package dev.darkroom.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.Decoded;
import dev.darkroom.imaging.Difference;
import dev.darkroom.imaging.Fixture;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.Refused;
import dev.darkroom.imaging.UnreadableImage.Reason;
import dev.darkroom.imaging.format.FileLayout;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The variants of TIFF that people have. */
class TiffPictureTest {
  private static final BufferedImage SCENERY = Pictures.scenery(61, 47);

  @ParameterizedTest
  @CsvSource({"None, 0", "LZW, 0", "ZLib, 0", "Deflate, 0", "PackBits, 0", "JPEG, 6"})
  void decodesEveryCompressionOfRgb(String compression, int error) {
    BufferedImage picture = Decoded.of(Pictures.tiff(compression, SCENERY)).pixels();

    assertThat(Difference.between(picture, SCENERY).mean()).isLessThanOrEqualTo(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "LZW", "PackBits", "CCITT RLE", "CCITT T.4", "CCITT T.6"})
  void decodesEveryCompressionOfBlackAndWhite(String compression) {
    BufferedImage page = new BufferedImage(61, 47, BufferedImage.TYPE_BYTE_BINARY);
    page.createGraphics().fillRect(7, 9, 20, 30);

    BufferedImage picture = Decoded.of(Pictures.tiff(compression, page)).pixels();

    assertThat(Difference.between(picture, page).mean()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void decodesGreyAndPalettes(int type) {
    BufferedImage page = new BufferedImage(61, 47, type);
    page.createGraphics().drawImage(SCENERY, 0, 0, null);
    BufferedImage asPng = Decoded.of(Pictures.file(ImageFormat.PNG, page)).pixels();

    BufferedImage picture = Decoded.of(Pictures.tiff("LZW", page)).pixels();

    assertThat(Difference.between(picture, asPng).mean()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_4BYTE_ABGR_PRE})
  void keepsAlphaHoweverItIsStored(int type) throws IOException {
    BufferedImage page = new BufferedImage(9, 9, type);
    page.setRGB(4, 4, 0x80FF0000);

    int pixel = stored(Pictures.tiff("LZW", page)).getRGB(4, 4);

    assertThat(pixel >>> 24).isEqualTo(128);
    assertThat((pixel >> 16) & 0xFF).isGreaterThan(250);
  }

  @ParameterizedTest
  @CsvSource({"big.tif, 1", "tiled-jpeg.tif, 4", "pyramid.tif, 4", "16-bit.tif, 1"})
  void decodesWhatOthersWrite(String name, double error) throws IOException {
    assertThat(Difference.between(stored(Fixture.bytes(name)), Fixture.cat()).mean())
        .isLessThan(error);
  }

  @Test
  void decodesFaxes() throws IOException {
    BufferedImage fax = stored(Fixture.bytes("g4.tif"));

    double light = 0;
    for (int i = 0; i < 90 * 60; i++) {
      int pixel = fax.getRGB(i % 90, i / 90);
      assertThat(pixel).isIn(0xFF000000, 0xFFFFFFFF);
      light += pixel & 1;
    }
    // As libvips counts them.
    assertThat(light).isEqualTo(4_176);
  }

  /** TwelveMonkeys takes it for an attack. */
  @Test
  void acceptsABlankPage() {
    byte[] file = Fixture.bytes("blank.tif");

    assertThat(file).hasSizeLessThan(2_000);
    assertThat(Decoded.of(file).pixels().getRGB(1_000, 3_000)).isEqualTo(Color.WHITE.getRGB());
  }

  @Test
  void takesTheFirstPage() {
    byte[] file =
        Pictures.tiff("LZW", Pictures.plain(9, 9, Color.RED), Pictures.plain(5, 5, Color.BLUE));

    assertThat(Decoded.of(file).frames()).isEqualTo(2);
    assertThat(Decoded.of(file).pixels().getRGB(8, 8)).isEqualTo(Color.RED.getRGB());
  }

  @Test
  void readsInks() {
    BufferedImage picture = Decoded.of(Fixture.bytes("cmyk.tif")).pixels();

    assertThat(Difference.between(picture, Fixture.cat()).mean()).isLessThan(30);
  }

  @Test
  void refusesWebpInATiffByName() {
    Refused.decoding(Reason.UNSUPPORTED_FORMAT, Fixture.bytes("webp.tif")).contains("WebP");
  }

  private static BufferedImage stored(byte[] file) throws IOException {
    return StoredPicture.of(
            ImageFormat.TIFF,
            FileLayout.of(ImageFormat.TIFF).read(file, Refused.LIMITS),
            new Cancellation())
        .pixels();
  }
}
