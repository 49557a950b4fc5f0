package dev.darkroom.imaging.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.metadata.CaptureFacts.Position;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpsPositionTest {
  private static final int[] NORTH = {48, 1, 30, 1, 36, 1};
  private static final int[] EAST = {2, 1, 15, 1, 0, 1};

  @ParameterizedTest
  @CsvSource({"N, E, 48.51, 2.25", "S, E, -48.51, 2.25", "n, w, 48.51, -2.25"})
  void addsUpDegreesMinutesAndSeconds(
      String northOrSouth, String eastOrWest, double latitude, double longitude) {
    Position position = position(northOrSouth, NORTH, eastOrWest, EAST);

    assertThat(position.latitude()).isEqualTo(latitude, Offset.offset(1e-9));
    assertThat(position.longitude()).isEqualTo(longitude, Offset.offset(1e-9));
  }

  @Test
  void reachesToThePolesAndTheDateLine() {
    assertThat(position("S", new int[] {90, 1, 0, 1, 0, 1}, "W", new int[] {180, 1, 0, 1, 0, 1}))
        .isEqualTo(new Position(-90, -180));
  }

  @ParameterizedTest
  @CsvSource({
    "N, 91, 1, 0, 1",
    "N, 90, 1, 1, 1",
    "N, 48, 0, 0, 1",
    "N, 0, 0, 0, 0",
    "N, 48, 1, 0, 0",
    "X, 48, 1, 0, 1",
    "'', 48, 1, 0, 1"
  })
  void takesNonsenseForNoPosition(String direction, int a, int b, int c, int d) {
    assertThat(position(direction, new int[] {a, b, c, d, 0, 1}, "E", EAST)).isNull();
  }

  @Test
  void takesZerosForNoPosition() {
    int[] zeros = {0, 1, 0, 1, 0, 1};

    assertThat(position("N", zeros, "E", zeros)).isNull();
    assertThat(position("N", zeros, "E", EAST)).isEqualTo(new Position(0, 2.25));
  }

  @Test
  void needsAllOfItsParts() {
    assertThat(position("N", new int[] {48, 1}, "E", EAST)).isNull();
    assertThat(
            ExifBlock.read(new TiffBuilder().inGps().text(1, "N").rationals(2, NORTH).build())
                .capture()
                .position())
        .isNull();
  }

  private static Position position(
      String northOrSouth, int[] latitude, String eastOrWest, int[] longitude) {
    byte[] tiff =
        new TiffBuilder()
            .inGps()
            .text(1, northOrSouth)
            .rationals(2, latitude)
            .text(3, eastOrWest)
            .rationals(4, longitude)
            .build();
    return ExifBlock.read(tiff).capture().position();
  }
}
