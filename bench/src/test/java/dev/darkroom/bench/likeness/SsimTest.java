package dev.darkroom.bench.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.imaging.PixelSize;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SsimTest {
  private static final PixelSize ONE_WINDOW = new PixelSize(8, 8);

  @Test
  void aPictureIsLikeItselfByOne() {
    double[] samples = new double[20 * 12];
    Arrays.setAll(samples, i -> i * 37 % 256);
    Luma picture = new Luma(new PixelSize(20, 12), samples);

    assertThat(Ssim.mean(picture, picture)).isEqualTo(1);
  }

  @Test
  void flatPicturesDifferByTheirMeansAlone() {
    // (2 · 100 · 150 + 6.5025) / (100² + 150² + 6.5025)
    assertThat(Ssim.mean(flat(100), flat(150))).isCloseTo(0.9230923, within(1e-6));
  }

  @Test
  void anInvertedPatternIsUnlike() {
    double[] samples = new double[64];
    Arrays.setAll(samples, i -> i % 2 == 0 ? 118 : 138);
    double[] inverted = new double[64];
    Arrays.setAll(inverted, i -> i % 2 == 0 ? 138 : 118);

    // Means of 128, variances of 100, a covariance of -100: (-200 + 58.5225) / (200 + 58.5225)
    assertThat(Ssim.mean(new Luma(ONE_WINDOW, samples), new Luma(ONE_WINDOW, inverted)))
        .isCloseTo(-0.5472538, within(1e-6));
  }

  @Test
  void windowsStandFourPixelsApart() {
    double[] samples = new double[12 * 8];
    Arrays.fill(samples, 100);
    double[] other = samples.clone();
    for (int y = 0; y < 8; y++) {
      Arrays.fill(other, 12 * y + 8, 12 * y + 12, 150);
    }

    // The first window is the same; in the second the means are 100 and 125, the variances 0, 625.
    double means = (2 * 100 * 125 + 6.5025) / (100 * 100 + 125 * 125 + 6.5025);
    double second = means * 58.5225 / (625 + 58.5225);
    assertThat(Ssim.mean(luma(12, samples), luma(12, other)))
        .isCloseTo((1 + second) / 2, within(1e-9));
  }

  @Test
  void sizesHaveToBeTheSame() {
    assertThatThrownBy(() -> Ssim.mean(flat(1), luma(9, new double[72])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Luma flat(double level) {
    double[] samples = new double[64];
    Arrays.fill(samples, level);
    return new Luma(ONE_WINDOW, samples);
  }

  private static Luma luma(int width, double[] samples) {
    return new Luma(new PixelSize(width, 8), samples);
  }
}
