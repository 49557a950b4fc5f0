package dev.darkroom.imaging.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.Refused;
import dev.darkroom.imaging.Splice;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.io.IOException;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
  void refusesAForeignFormatByNameAndSaysWhatToDo(String name, String advice, String head) {
    refused(Reason.UNSUPPORTED_FORMAT, head + "\0".repeat(40)).contains(name).contains(advice);
  }

  static Stream<Arguments> refusesAForeignFormatByNameAndSaysWhatToDo() {
    String save = "Save it as JPEG or PNG";
    String iphone = "Most Compatible";
    String raw = "raw developer";
    String drawing = "Export it as PNG";
    return Stream.of(
        Arguments.of("HEIC", iphone, "\0\0\0\u0018ftypheic"),
        Arguments.of("HEIC", iphone, "\0\0\0\u0018ftypheix"),
        Arguments.of("HEIF", iphone, "\0\0\0\u0018ftypmif1"),
        Arguments.of("HEIF", iphone, "\0\0\0\u0018ftypmsf1"),
        Arguments.of("AVIF", save, "\0\0\0\u0018ftypavif"),
        Arguments.of("AVIF", save, "\0\0\0\u0018ftypavis"),
        Arguments.of("JPEG 2000", save, "\0\0\0\fjP  \r\n\u0087\n\0\0\0\24ftypjp2 "),
        Arguments.of("JPEG 2000", save, "\u00ffO\u00ffQ\0/\0\0"),
        Arguments.of("JPEG XL", save, "\u00ff\n"),
        Arguments.of("JPEG XL", save, "\0\0\0\fJXL \r\n\u0087\n"),
        Arguments.of("JPEG XR", save, "II\u00bc\1"),
        Arguments.of("Photoshop", save, "8BPS\0\1"),
        Arguments.of("GIMP", save, "gimp xcf file\0"),
        Arguments.of("ICO", save, "\0\0\1\0\1\0\20\20\0\0"),
        Arguments.of("PDF", drawing, "%PDF-1.7\n"),
        Arguments.of("PostScript", drawing, "%!PS-Adobe-3.0 EPSF-3.0\n"),
        Arguments.of("SVG", drawing, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        Arguments.of("SVG", drawing, "\n <!-- made by hand -->\n<svg width='1'/>"),
        Arguments.of("Canon raw", raw, "\0\0\0\u0018ftypcrx \0\0\0\1crx isom"),
        Arguments.of("Canon raw", raw, "II\u001a\0\0\0HEAPCCDR"),
        Arguments.of("Fuji raw", raw, "FUJIFILMCCD-RAW 0201FF383501"),
        Arguments.of("Panasonic raw", raw, "IIU\0\30\0\0\0"),
        Arguments.of("Olympus raw", raw, "IIRO\b\0\0\0"),
        Arguments.of("Olympus raw", raw, "MMOR\0\0\0\b"),
        Arguments.of("Minolta raw", raw, "\0MRM\0\1"),
        Arguments.of("Sigma raw", raw, "FOVb\0\0\0\0"));
  }

  @Test
  void findsTheRootOfADrawingBehindAComment() {
    refused(
            Reason.UNSUPPORTED_FORMAT,
            "<?xml version=\"1.0\"?><!--"
                + "c".repeat(20_000)
                + "--><svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .contains("SVG");
  }

  @ParameterizedTest
  @CsvSource({
    "QuickTime, '\0\0\0\u0018ftypisom\0\0\2\0isomiso2avc1mp41'",
    "Archive, 'PK\3\4\24\0\0\0'",
    "MP3, 'ID3\3\0\0'"
  })
  void namesWhatIsNoPicture(String name, String head) {
    refused(Reason.NOT_A_PICTURE, head.translateEscapes()).contains("not a picture").contains(name);
  }

  private static AbstractStringAssert<?> refused(Reason reason, String file) {
    return Refused.with(
        reason, () -> FormatSniffer.sniff(new ByteArraySource(Splice.latin1(file))));
  }
}
