package dev.darkroom.imaging.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.Splice;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExifOrientationTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsEachOrientation(int exif) {
    assertThat(ExifOrientation.in(Splice.tiffWithOrientation(exif)).exif()).isEqualTo(exif);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 255})
  void takesAnInvalidValueForUpright(int exif) {
    assertThat(ExifOrientation.in(Splice.tiffWithOrientation(exif))).isEqualTo(Orientation.NORMAL);
  }

  @Test
  void takesABrokenBlockForUpright() {
    byte[] tiff = Splice.tiffWithOrientation(6);
    for (int end = 0; end < 18; end++) {
      assertThat(ExifOrientation.in(Arrays.copyOf(tiff, end))).isEqualTo(Orientation.NORMAL);
    }
  }

  @Test
  void readsAnyBytesWithoutFailing() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      byte[] tiff = Splice.join(Splice.tiffWithOrientation(6), new byte[100]);
      for (int change = 0; change < 5; change++) {
        tiff[8 + random.nextInt(tiff.length - 8)] = (byte) random.nextInt(256);
      }
      assertThat(ExifOrientation.in(tiff)).isNotNull();
    }
  }
}
