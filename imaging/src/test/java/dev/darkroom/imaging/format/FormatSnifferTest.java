package dev.darkroom.imaging.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.Refused;
import dev.darkroom.imaging.Splice;
import dev.darkroom.imaging.UnreadableImage.Reason;
import dev.darkroom.imaging.decode.ByteArraySource;
import java.io.IOException;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatSnifferTest {

  @ParameterizedTest
  @EnumSource
  void tellsEachFormatByItsContent(ImageFormat format) throws IOException {
    byte[] file = Pictures.file(format, Pictures.scenery(5, 4));

    assertThat(FormatSniffer.sniff(new ByteArraySource(file))).isEqualTo(format);
  }

  @Test
  void refusesAnEmptyFile() {
    refused(Reason.EMPTY_FILE, "").contains("empty").contains("upload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Dear Sir, the photo is attached.", "BMW and Audi are makers of cars.", "B", "\0"})
  void refusesWhatIsNoPicture(String text) {
    refused(Reason.NOT_A_PICTURE, text).contains("not a picture").contains("JPEG");
  }

  @ParameterizedTest
  @MethodSource
  void refusesAForeignFormatByName(String name, String head) {
    refused(Reason.UNSUPPORTED_FORMAT, head + "\0".repeat(40))
        .contains(name)
        .contains("Save it as JPEG or PNG");
  }

  static Stream<Arguments> refusesAForeignFormatByName() {
    return Stream.of(
        Arguments.of("TIFF", "II*\0"),
        Arguments.of("TIFF", "MM\0*"),
        Arguments.of("WebP", "RIFF\1\2\3\4WEBPVP8 "),
        Arguments.of("HEIC", "\0\0\0\u0018ftypheic"),
        Arguments.of("HEIF", "\0\0\0\u0018ftypmif1"),
        Arguments.of("AVIF", "\0\0\0\u0018ftypavif"),
        Arguments.of("JPEG 2000", "\0\0\0\fjP  \r\n\u0087\n"),
        Arguments.of("JPEG XL", "\u00ff\n"),
        Arguments.of("Photoshop", "8BPS"),
        Arguments.of("Windows icon", "\0\0\1\0"),
        Arguments.of("PDF", "%PDF-1.7"),
        Arguments.of("SVG", "<svg xmlns="));
  }

  private static AbstractStringAssert<?> refused(Reason reason, String file) {
    return Refused.with(
        reason, () -> FormatSniffer.sniff(new ByteArraySource(Splice.latin1(file))));
  }
}
