package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.UnreadableImage.Reason;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No part of a file that was cut off is taken for a picture. */
class TruncationTest {
  /** Up to here a cut leaves too little to tell the format. */
  private static final int SIGNATURE = 18;

  static Stream<Named<byte[]>> files() {
    BufferedImage scenery = Pictures.scenery(40, 30);
    BufferedImage indexed = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_INDEXED);
    indexed.createGraphics().drawImage(scenery, 0, 0, null);
    return Stream.of(
        Named.of("JPEG", Pictures.file(ImageFormat.JPEG, scenery)),
        Named.of(
            "JPEG with Exif",
            Splice.oriented(ImageFormat.JPEG, Pictures.file(ImageFormat.JPEG, scenery), 6)),
        Named.of("progressive JPEG", Pictures.progressiveJpeg(scenery)),
        Named.of("PNG", Pictures.file(ImageFormat.PNG, scenery)),
        Named.of(
            "PNG with Exif",
            Splice.oriented(ImageFormat.PNG, Pictures.file(ImageFormat.PNG, scenery), 6)),
        Named.of("GIF", Pictures.file(ImageFormat.GIF, scenery)),
        Named.of("BMP", Pictures.file(ImageFormat.BMP, scenery)),
        Named.of("BMP with palette", Pictures.file(ImageFormat.BMP, indexed)),
        Named.of("run-length BMP", Pictures.runLengthBmp(indexed)),
        Named.of("TIFF", Pictures.file(ImageFormat.TIFF, scenery)),
        Named.of("TIFF in strips", Pictures.stripedTiff(scenery)),
        Named.of("TIFF in tiles of JPEG", Fixture.bytes("tiled-jpeg.tif")),
        Named.of("BigTIFF", Fixture.bytes("big.tif")),
        Named.of("CMYK JPEG", Fixture.bytes("cmyk.jpg")),
        Named.of("WebP", Pictures.file(ImageFormat.WEBP, scenery)),
        Named.of("lossless WebP", Fixture.bytes("lossless-alpha.webp")),
        Named.of("lossy WebP", Fixture.bytes("alpha.webp")),
        Named.of("animated WebP", Fixture.bytes("animated.webp")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void refusesAFileCutAnywhere(byte[] file) {
    assertThat(Decoded.pixels(file).getWidth()).isPositive();
    for (int end = 0; end < file.length; end += 1 + file.length / 1_500) {
      byte[] part = Arrays.copyOf(file, end);
      if (end >= SIGNATURE) {
        Refused.decoding(Reason.TRUNCATED, part);
      } else {
        assertThat(refusal(part))
            .isIn(Set.of(Reason.EMPTY_FILE, Reason.NOT_A_PICTURE, Reason.TRUNCATED));
      }
    }
  }

  /** Behind its first page a TIFF may have metadata and other pages. */
  @ParameterizedTest
  @MethodSource("tiffsWithMore")
  void acceptsATiffOnlyWhenEveryPixelIsThere(byte[] file) {
    BufferedImage whole = Decoded.pixels(file);
    int accepted = 0;
    for (int end = SIGNATURE; end < file.length; end++) {
      byte[] part = Arrays.copyOf(file, end);
      try {
        assertThat(Difference.between(Decoded.pixels(part), whole).mean()).isZero();
        accepted++;
      } catch (UnreadableImage e) {
        assertThat(e.code()).isEqualTo(Reason.TRUNCATED);
        assertThat(accepted).as("cut at %d of %d", end, file.length).isZero();
      }
    }
    assertThat(accepted).isPositive();
  }

  static Stream<Named<byte[]>> tiffsWithMore() {
    BufferedImage scenery = Pictures.scenery(20, 15);
    return Stream.of(
        Named.of("a second page", Pictures.tiff("LZW", scenery, scenery)),
        Named.of("the resolution", Fixture.bytes("g4.tif")));
  }

  @Test
  void saysHowMuchOfThePictureWasThere() {
    BufferedImage scenery = Pictures.scenery(300, 200);
    for (ImageFormat format : ImageFormat.values()) {
      byte[] file = Pictures.file(format, scenery);
      if (format == ImageFormat.TIFF) {
        file = Pictures.stripedTiff(scenery);
      }
      Refused.decoding(Reason.TRUNCATED, Arrays.copyOf(file, file.length / 2))
          .as(format.name())
          .matches(".*about [345]\\d % of the picture.*Upload the original again\\.");
    }
  }

  @Test
  void countsTheCoefficientsOfAProgressiveJpeg() {
    byte[] file = Pictures.progressiveJpeg(Pictures.scenery(300, 200));

    // The first scan has the mean of each block: 1 of 64 coefficients.
    Refused.decoding(Reason.TRUNCATED, Arrays.copyOf(file, scanEnd(file, 1) + 20))
        .contains("about 1 %");
    Refused.decoding(Reason.TRUNCATED, Arrays.copyOf(file, file.length - 20))
        .contains("about 99 %");
  }

  /** Where the data of a scan ends, that is, the next marker begins. */
  private static int scanEnd(byte[] jpeg, int scan) {
    int at = 2;
    int seen = 0;
    while (seen < scan) {
      seen += (jpeg[at + 1] & 0xFF) == 0xDA ? 1 : 0;
      at += 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
      while (seen == scan && (jpeg[at] != (byte) 0xFF || jpeg[at + 1] == 0)) {
        at++;
      }
    }
    return at;
  }

  @Test
  void refusesALargeJpegCutNearBothEnds() {
    byte[] file = Pictures.file(ImageFormat.JPEG, Pictures.scenery(1600, 1200));

    for (int percent : new int[] {10, 50, 90}) {
      Refused.decoding(Reason.TRUNCATED, Arrays.copyOf(file, file.length * percent / 100));
    }
    Refused.decoding(Reason.TRUNCATED, Arrays.copyOf(file, file.length - 2));
    Refused.decoding(Reason.TRUNCATED, Arrays.copyOf(file, file.length - 1));
  }

  @Test
  void refusesAJpegWhoseMiddleIsMissing() {
    byte[] file = Pictures.file(ImageFormat.JPEG, Pictures.scenery(300, 200));
    byte[] ended =
        Splice.join(Arrays.copyOf(file, file.length / 2), new byte[] {(byte) 0xFF, (byte) 0xD9});

    Refused.decoding(Reason.DAMAGED, ended).contains("cannot be read");
  }

  @Test
  void acceptsWhatFollowsTheEnd() {
    for (ImageFormat format : ImageFormat.values()) {
      byte[] file = Pictures.file(format, Pictures.scenery(40, 30));

      assertThat(Decoded.pixels(Splice.join(file, new byte[100])).getWidth()).isEqualTo(40);
    }
  }

  private static Reason refusal(byte[] file) {
    try {
      Decoded.pixels(file);
    } catch (UnreadableImage e) {
      return e.code();
    }
    throw new AssertionError("accepted " + file.length + " bytes");
  }
}
