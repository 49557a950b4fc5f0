package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.imaging.UnreadableImage.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageProbeTest {

  @ParameterizedTest
  @EnumSource
  void readsFormatAndSize(ImageFormat format) throws IOException {
    byte[] file = Pictures.file(format, Pictures.scenery(31, 17));

    assertThat(probe(file)).isEqualTo(new ImageHeader(format, 31, 17));
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG", "PNG", "TIFF", "WEBP"})
  void tellsTheSizeAsItIsStored(ImageFormat format) throws IOException {
    byte[] portrait = Splice.oriented(format, Pictures.file(format, Pictures.scenery(30, 20)), 6);

    ImageHeader header = probe(portrait);

    assertThat(header.width()).isEqualTo(30);
    assertThat(header.height()).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource
  void acceptsExactlyTheLimit(ImageFormat format) throws IOException {
    byte[] file = Pictures.file(format, Pictures.scenery(10, 10));

    assertThat(ImageProbe.probe(new ByteArrayInputStream(file), DecodeLimits.ofPixels(100)).width())
        .isEqualTo(10);
    Refused.with(
        Reason.TOO_MANY_PIXELS,
        () -> ImageProbe.probe(new ByteArrayInputStream(file), DecodeLimits.ofPixels(99)));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAHugePictureInATinyFile(ImageFormat format) {
    byte[] file = DeclaredSize.of(format, 64_000, 64_000);

    assertThat(file).hasSizeLessThan(2_000);
    Refused.probing(Reason.TOO_MANY_PIXELS, file)
        .contains("64000 x 64000")
        .contains("4096.0 megapixels")
        .contains("limit is 50.0")
        .contains("smaller version");
    Refused.decoding(Reason.TOO_MANY_PIXELS, file);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MAX_VALUE})
  void rejectsALimitThatNoArrayHolds(long limit) {
    assertThatThrownBy(
            () ->
                ImageProbe.probe(
                    new ByteArrayInputStream(new byte[0]), DecodeLimits.ofPixels(limit)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(limit));
  }

  @ParameterizedTest
  @EnumSource(names = {"PNG", "GIF", "BMP", "TIFF"})
  void refusesAPictureWithoutASize(ImageFormat format) {
    Refused.probing(Reason.DAMAGED, DeclaredSize.of(format, 0, 5));
    Refused.probing(Reason.DAMAGED, DeclaredSize.of(format, 5, 0));
  }

  @Test
  void refusesAJpegWithoutASize() {
    Refused.probing(Reason.DAMAGED, DeclaredSize.of(ImageFormat.JPEG, 0, 5));
    Refused.probing(Reason.UNSUPPORTED_FORMAT, DeclaredSize.of(ImageFormat.JPEG, 5, 0))
        .contains("height only after the picture");
  }

  @Test
  void refusesAnEmptyStream() {
    Refused.probing(Reason.EMPTY_FILE, new byte[0]);
  }

  @ParameterizedTest
  @EnumSource
  void refusesAFileThatEndsWithinItsHead(ImageFormat format) {
    byte[] file = Pictures.file(format, Pictures.scenery(31, 17));

    for (int end = 18; end < 24; end++) {
      Refused.probing(Reason.TRUNCATED, Arrays.copyOf(file, end))
          .contains("ends early")
          .contains("Upload the original again");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC3, 0xC9, 0xCA, 0xF7})
  void refusesJpegCodingsThatNoDecoderReads(int frameMarker) {
    byte[] jpeg = Pictures.file(ImageFormat.JPEG, Pictures.scenery(8, 8));
    jpeg[DeclaredSize.jpegFrame(jpeg) + 1] = (byte) frameMarker;

    Refused.probing(Reason.UNSUPPORTED_FORMAT, jpeg).contains("JPEG");
  }

  @Test
  void refusesTwelveBitJpeg() {
    byte[] jpeg = Pictures.file(ImageFormat.JPEG, Pictures.scenery(8, 8));
    jpeg[DeclaredSize.jpegFrame(jpeg) + 4] = 12;

    Refused.probing(Reason.UNSUPPORTED_FORMAT, jpeg).contains("12 bits");
  }

  @Test
  void refusesBmpWithAnEmbeddedJpeg() {
    byte[] bmp = Pictures.file(ImageFormat.BMP, Pictures.scenery(8, 8));
    bmp[30] = 4;

    Refused.probing(Reason.UNSUPPORTED_FORMAT, bmp).contains("BMP");
  }

  private static ImageHeader probe(byte[] file) throws IOException {
    return ImageProbe.probe(new ByteArrayInputStream(file), Refused.LIMITS);
  }
}
