package dev.darkroom.bench.memory;

import java.io.IOException;

/** Finds the smallest number that is enough, where every larger one is enough too. */
final class Bisection {
  /** Whether a number is enough. */
  @FunctionalInterface
  interface Enough {
    boolean test(int number) throws IOException;
  }

  private Bisection() {}

  /**
   * Searches multiples of {@code step} above {@code low}, up to {@code high}, which is known to be
   * enough.
   */
  static int smallest(int low, int high, int step, Enough enough) throws IOException {
    int tooLittle = low / step;
    int sufficient = high / step;
    while (sufficient - tooLittle > 1) {
      int middle = (tooLittle + sufficient) / 2;
      if (enough.test(middle * step)) {
        sufficient = middle;
      } else {
        tooLittle = middle;
      }
    }
    return sufficient * step;
  }
}
