package dev.darkroom.bench.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LanczosReferenceTest {

  @Test
  void theKernelIsOneAtZeroAndZeroAtWholeNumbers() {
    assertThat(LanczosTaps.kernel(0)).isEqualTo(1);
    assertThat(LanczosTaps.kernel(1)).isCloseTo(0, within(1e-15));
    assertThat(LanczosTaps.kernel(2)).isCloseTo(0, within(1e-15));
    assertThat(LanczosTaps.kernel(3)).isZero();
  }

  @Test
  void theKernelHasItsKnownValuesBetween() {
    // sinc(1/2) sinc(1/6) = 2/π · 3/π, and sinc(3/2) sinc(1/2) = -2/3π · 2/π
    assertThat(LanczosTaps.kernel(0.5)).isCloseTo(6 / (Math.PI * Math.PI), within(1e-15));
    assertThat(LanczosTaps.kernel(-1.5)).isCloseTo(-4 / (3 * Math.PI * Math.PI), within(1e-15));
  }

  @Test
  void atTwoToOneTwelveSamplesMakeOneSymmetrically() {
    LanczosTaps taps = LanczosTaps.of(10, 40, 20);
    double[] mirrored = new double[12];
    Arrays.setAll(mirrored, i -> taps.weights()[11 - i]);

    assertThat(taps.first()).isEqualTo(15);
    assertThat(taps.weights()).hasSize(12).containsExactly(mirrored, within(1e-12));
    assertThat(taps.weights()[5]).isCloseTo(LanczosTaps.kernel(0.25) / 2, within(0.01));
  }

  @Test
  void atTheEndOfALineTheSamplesThatAreThereSumToOne() {
    LanczosTaps taps = LanczosTaps.of(0, 40, 7);

    assertThat(taps.first()).isZero();
    assertThat(Arrays.stream(taps.weights()).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aFlatPictureStaysAsItIs() {
    BufferedImage flat = picture(61, 43, 0x4080C0);

    BufferedImage reduced = LanczosReference.reduce(flat, new PixelSize(17, 12));

    assertThat(reduced.getRGB(0, 0, 17, 12, null, 0, 17)).containsOnly(0xFF4080C0);
  }

  @Test
  void aLineInTheMiddleStaysThereInItsChannel() {
    BufferedImage line = picture(30, 30, 0);
    for (int y = 0; y < 30; y++) {
      line.setRGB(14, y, 0x00FF00);
      line.setRGB(15, y, 0x00FF00);
    }

    BufferedImage reduced = LanczosReference.reduce(line, new PixelSize(15, 5));

    for (int x = 0; x < 15; x++) {
      assertThat(reduced.getRGB(x, 2)).isEqualTo(reduced.getRGB(14 - x, 2));
      assertThat(reduced.getRGB(x, 2) & 0xFF00FF).isZero();
    }
    assertThat(reduced.getRGB(7, 2) >> 8 & 0xFF).isGreaterThan(200);
  }

  private static BufferedImage picture(int width, int height, int colour) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, colour);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }
}
