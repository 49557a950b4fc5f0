package dev.darkroom.bench.likeness;

/**
 * The weights with which the samples of a line make one sample of a shorter line: Lanczos-3,
 * stretched by the reduction, cut off at the ends of the line, with a sum of 1.
 *
 * @param first the first sample that counts
 * @param weights of that sample and the ones that follow it
 */
record LanczosTaps(int first, double[] weights) {
  private static final int LOBES = 3;

  /**
   * The taps for sample {@code index} of a line of {@code shorter} samples made from {@code
   * longer}. Samples stand for areas, whose centres are at halves.
   */
  static LanczosTaps of(int index, int longer, int shorter) {
    double stretch = (double) longer / shorter;
    double centre = (index + 0.5) * stretch - 0.5;
    int first = Math.max(0, (int) Math.ceil(centre - LOBES * stretch));
    int last = Math.min(longer - 1, (int) Math.floor(centre + LOBES * stretch));
    double[] weights = new double[last - first + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = kernel((first + i - centre) / stretch);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return new LanczosTaps(first, weights);
  }

  static LanczosTaps[] line(int longer, int shorter) {
    LanczosTaps[] taps = new LanczosTaps[shorter];
    for (int i = 0; i < shorter; i++) {
      taps[i] = of(i, longer, shorter);
    }
    return taps;
  }

  /** sinc(x) sinc(x/3) for |x| below 3, else 0. */
  static double kernel(double x) {
    if (x == 0) {
      return 1;
    }
    if (Math.abs(x) >= LOBES) {
      return 0;
    }
    double angle = Math.PI * x;
    return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
  }
}
