package dev.darkroom.imaging.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraNameTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Apple,iPhone 15 Pro,Apple iPhone 15 Pro",
        "Canon,Canon EOS R6,Canon EOS R6",
        "NIKON CORPORATION,NIKON D750,NIKON D750",
        "  SONY , ILCE-7M4  ,SONY ILCE-7M4",
        "FUJIFILM,,FUJIFILM",
        ",X100V,X100V",
        "----,X100V,X100V",
        "Фотон,Ф-2,Фотон Ф-2"
      })
  void joinsMakeAndModelWithoutRepetition(String make, String model, String expected) {
    TiffBuilder tiff = new TiffBuilder();
    if (make != null) {
      tiff.text(0x010F, make);
    }
    if (model != null) {
      tiff.text(0x0110, model);
    }

    assertThat(ExifBlock.read(tiff.build()).capture().camera()).isEqualTo(expected);
  }

  @Test
  void standsOnOneLineWithoutControlCharacters() {
    TiffBuilder tiff =
        new TiffBuilder().text(0x010F, "Fuji\u0007film\u202E").text(0x0110, "X\r\n 100\t");

    assertThat(ExifBlock.read(tiff.build()).capture().camera()).isEqualTo("Fujifilm X 100");
  }

  @Test
  void isNoLongerThanAHundredCharacters() {
    TiffBuilder tiff =
        new TiffBuilder().text(0x010F, "\uD83D\uDCF7a".repeat(150)).text(0x0110, "b".repeat(3_000));

    String camera = ExifBlock.read(tiff.build()).capture().camera();

    assertThat(camera.codePointCount(0, camera.length())).isEqualTo(100);
    assertThat(camera).isEqualTo("\uD83D\uDCF7a".repeat(50));
  }
}
