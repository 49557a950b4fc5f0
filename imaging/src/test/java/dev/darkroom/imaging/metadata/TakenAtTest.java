package dev.darkroom.imaging.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakenAtTest {

  @ParameterizedTest
  @CsvSource({
    "2026:05:01 12:34:56, , 2026-05-01T12:34:56",
    "2026:05:01 00:00:00, +02:00, 2026-05-01T00:00:00+02:00",
    "2026:05:01 12:34:56, -09:30, 2026-05-01T12:34:56-09:30",
    "2026:05:01 12:34:56, +00:00, 2026-05-01T12:34:56Z",
    "2026:05:01 12:34:56, somewhere, 2026-05-01T12:34:56",
    "2026-05-01T12:34:56.789, , 2026-05-01T12:34:56",
    "2024:02:29 23:59:59, , 2024-02-29T23:59:59"
  })
  void writesExifTimeAsIso8601(String time, String offset, String expected) {
    TiffBuilder tiff = new TiffBuilder().inExif().text(0x9003, time);
    if (offset != null) {
      tiff.text(0x9011, offset);
    }

    assertThat(takenAt(tiff)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000:00:00 00:00:00",
        "0000:01:01 00:00:00",
        "2026:02:29 12:00:00",
        "2026:13:01 12:00:00",
        "2026:05:01 24:00:00",
        "2026:05:01",
        "    :  :     :  :  ",
        "yesterday"
      })
  void takesNonsenseForNoTime(String time) {
    assertThat(takenAt(new TiffBuilder().inExif().text(0x9003, time))).isNull();
  }

  @Test
  void takesTheTimeOfTheScanWithItsOwnOffsetWhenThereIsNoOther() {
    TiffBuilder tiff =
        new TiffBuilder()
            .inExif()
            .text(0x9003, "0000:00:00 00:00:00")
            .text(0x9004, "2026:05:02 08:00:00")
            .text(0x9011, "+01:00")
            .text(0x9012, "+03:00");

    assertThat(takenAt(tiff)).isEqualTo("2026-05-02T08:00:00+03:00");
  }

  private static String takenAt(TiffBuilder tiff) {
    return ExifBlock.read(tiff.build()).capture().takenAt();
  }
}
