package dev.darkroom.imaging.resize;

/**
 * The weights by which the samples along one edge make the fewer samples of a reduction: Lanczos-3,
 * stretched by the ratio so that nothing above the new Nyquist frequency is folded.
 *
 * <p>The weights of a new sample are integers that add up to a power of two: a plain area keeps its
 * level exactly.
 */
final class EdgeWeights {
  private static final int LOBES = 3;

  /** The first sample that counts for each new one. */
  final int[] starts;

  /** How many samples count for each new one. */
  final int[] counts;

  /** How many weights each new sample has: an even number, the last ones may be 0. */
  final int taps;

  /** {@link #taps} weights for each new sample. */
  final int[] weights;

  private EdgeWeights(int[] starts, int[] counts, int taps) {
    this.starts = starts;
    this.counts = counts;
    this.taps = taps;
    this.weights = new int[starts.length * taps];
  }

  /**
   * Computes the weights of one edge.
   *
   * @param length of the edge, in samples: as many as there are, or, of twice {@code reduced} or
   *     more, up to 1 more, of which halvings left a part
   * @param samples how many there are
   * @param reduced how many there shall be, {@code length} at most
   * @param bits the binary digits behind the point
   */
  static EdgeWeights of(double length, int samples, int reduced, int bits) {
    double ratio = length / reduced;
    // At its own size every sample stands for itself.
    double reach = ratio == 1 ? 0.5 : LOBES * ratio;
    int[] starts = new int[reduced];
    int[] counts = new int[reduced];
    int most = 0;
    for (int i = 0; i < reduced; i++) {
      double centre = (i + 0.5) * ratio;
      starts[i] = (int) Math.max(0, Math.ceil(centre - reach - 0.5));
      int last = (int) Math.min(samples - 1, Math.floor(centre + reach - 0.5));
      counts[i] = last - starts[i] + 1;
      most = Math.max(most, counts[i]);
    }
    EdgeWeights edge = new EdgeWeights(starts, counts, (most + 1) / 2 * 2);
    double[] shares = new double[most];
    for (int i = 0; i < reduced; i++) {
      double sum = 0;
      for (int k = 0; k < counts[i]; k++) {
        shares[k] = lanczos((starts[i] + k + 0.5 - (i + 0.5) * ratio) / ratio);
        sum += shares[k];
      }
      edge.round(i, shares, sum, 1 << bits);
    }
    return edge;
  }

  /** Rounds the shares; what rounding leaves goes to the largest one. */
  private void round(int i, double[] shares, double sum, int one) {
    int left = one;
    int largest = 0;
    for (int k = 0; k < counts[i]; k++) {
      int weight = (int) Math.round(shares[k] / sum * one);
      weights[i * taps + k] = weight;
      left -= weight;
      if (shares[k] > shares[largest]) {
        largest = k;
      }
    }
    weights[i * taps + largest] += left;
  }

  /** sinc(x) sinc(x / 3), by way of sin 3t = sin t (3 - 4 sin² t), which saves a sine. */
  private static double lanczos(double x) {
    double t = Math.PI * x / LOBES;
    if (Math.abs(t) < 1e-6) {
      return 1;
    }
    if (Math.abs(x) >= LOBES) {
      return 0;
    }
    double sine = Math.sin(t);
    double square = sine * sine;
    return square * (3 - 4 * square) / (3 * t * t);
  }
}
