package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.decode.UprightPicture;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

  /** The stored picture is two rows of three pixels: 123 over 456. */
  @ParameterizedTest
  @CsvSource({
    "1, 123/456",
    "2, 321/654",
    "3, 654/321",
    "4, 456/123",
    "5, 14/25/36",
    "6, 41/52/63",
    "7, 63/52/41",
    "8, 36/25/14"
  })
  void turnsTheStoredPictureUpright(int exif, String upright) {
    BufferedImage stored = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    stored.setRGB(0, 0, 3, 2, new int[] {1, 2, 3, 4, 5, 6}, 0, 3);

    assertThat(rows(UprightPicture.of(stored, Orientation.ofExif(exif)))).isEqualTo(upright);
    assertThat(Orientation.ofExif(exif).exif()).isEqualTo(exif);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, -1, 65535})
  void takesAnInvalidValueForUpright(int exif) {
    assertThat(Orientation.ofExif(exif)).isEqualTo(Orientation.NORMAL);
  }

  /** More rows than one strip, and no multiple of it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void losesNoPixelBetweenStrips(int exif) {
    BufferedImage stored = Pictures.scenery(70, 150);

    BufferedImage upright = UprightPicture.of(stored, Orientation.ofExif(exif));

    assertThat(sorted(upright)).isEqualTo(sorted(stored));
  }

  private static int[] sorted(BufferedImage picture) {
    int width = picture.getWidth();
    int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    Arrays.sort(pixels);
    return pixels;
  }

  private static String rows(BufferedImage picture) {
    StringBuilder rows = new StringBuilder();
    for (int y = 0; y < picture.getHeight(); y++) {
      rows.append(y == 0 ? "" : "/");
      for (int x = 0; x < picture.getWidth(); x++) {
        rows.append(picture.getRGB(x, y) & 0xFF);
      }
    }
    return rows.toString();
  }
}
