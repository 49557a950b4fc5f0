package dev.darkroom.imaging.resize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeWeightsTest {
  private static final int BITS = 11;
  private static final int ONE = 1 << BITS;

  /** What keeps plain areas as they are, and sums within the bits that they have. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.984375})
  void addUpToOneAndOvershootByLessThanHalf(double lost) {
    for (int samples = 1; samples <= 90; samples++) {
      // Halvings, which alone lose a part of a pixel, leave 2:1 at least.
      int most = lost == 0 ? samples : samples / 2;
      for (int reduced = 1; reduced <= most; reduced++) {
        EdgeWeights edge = EdgeWeights.of(samples + lost, samples, reduced, BITS);
        for (int i = 0; i < reduced; i++) {
          int sum = 0;
          int below = 0;
          for (int k = 0; k < edge.taps; k++) {
            int weight = edge.weights[i * edge.taps + k];
            sum += weight;
            below += Math.min(0, weight);
          }
          assertThat(sum).as("%d of %d", reduced, samples).isEqualTo(ONE);
          assertThat(below).as("%d of %d", reduced, samples).isGreaterThan(-ONE / 2);
          assertThat(edge.starts[i]).isNotNegative();
          assertThat(edge.starts[i] + edge.counts[i]).isLessThanOrEqualTo(samples);
          assertThat(edge.counts[i]).isBetween(1, edge.taps);
        }
      }
    }
  }
}
