package dev.darkroom.imaging.resize;

import java.util.Arrays;

/**
 * Reduces rows of samples to rows of fewer packed pixels.
 *
 * <p>Red, green and blue share a {@code long}, 21 bits each, so that one multiplication weighs all
 * three. Sums fall below black and rise over white by the overshoot of the kernel, about a quarter
 * of the range; an offset of half the range keeps each of them within its bits.
 */
final class RowReduction {
  private static final int LANE = 21;
  private static final int WEIGHT_BITS = 11;
  private static final int SHIFT = WEIGHT_BITS + 1;
  private static final int OFFSET = 128;
  private static final long START = (OFFSET << SHIFT) + (1 << (SHIFT - 1));
  private static final long STARTS = (START << (2 * LANE)) | (START << LANE) | START;
  private static final int LEVEL = (1 << (LANE - SHIFT)) - 1;
  private static final int STEP = 8;

  private final EdgeWeights edge;
  private final long[] weights;
  private final long[] lanes;
  private final long[] sums;
  private final int[] high;
  private final int[] low;
  private final int[] alpha;
  private final int[] pixels;

  /**
   * Prepares the reduction of any number of rows.
   *
   * @param length of a row, as {@link EdgeWeights#of} takes it
   */
  RowReduction(double length, int width, int reduced) {
    edge = EdgeWeights.of(length, width, reduced, WEIGHT_BITS);
    weights = Arrays.stream(edge.weights).asLongStream().toArray();
    // Weights of 0 may reach over the end.
    lanes = new long[width + edge.taps];
    sums = new long[reduced];
    high = new int[reduced];
    low = new int[reduced];
    alpha = new int[reduced];
    pixels = new int[reduced];
  }

  /**
   * Reduces one row.
   *
   * @param samples of red, green and blue, and of alpha if there is any, as {@link
   *     ColumnReduction#row} makes them
   * @return packed pixels: colours of 0 to 255, or to alpha if there is any; valid until the next
   *     call
   */
  int[] reduce(int[][] samples) {
    boolean transparent = samples.length == 4;
    if (transparent) {
      join(samples[3], lanes);
      weigh();
      narrow(sums, alpha, SHIFT);
      clamp(alpha);
    }
    join(samples[0], samples[1], samples[2], lanes);
    weigh();
    narrow(sums, low, SHIFT);
    narrow(sums, high, 2 * LANE);
    pack(high, low, pixels);
    if (transparent) {
      limit(pixels, alpha);
    }
    return pixels;
  }

  private void weigh() {
    Arrays.fill(sums, STARTS);
    int tap = 0;
    for (; tap + STEP <= edge.taps; tap += STEP) {
      weighEight(lanes, weights, edge.starts, edge.taps, tap, sums);
    }
    for (; tap < edge.taps; tap += 2) {
      weighTwo(lanes, weights, edge.starts, edge.taps, tap, sums);
    }
  }

  /** Written out: a loop over the taps would cost as much again as the sums do. */
  private static void weighEight(
      long[] lanes, long[] weights, int[] starts, int taps, int tap, long[] sums) {
    for (int x = 0; x < sums.length; x++) {
      int s = starts[x] + tap;
      int w = x * taps + tap;
      sums[x] +=
          lanes[s] * weights[w]
              + lanes[s + 1] * weights[w + 1]
              + lanes[s + 2] * weights[w + 2]
              + lanes[s + 3] * weights[w + 3]
              + lanes[s + 4] * weights[w + 4]
              + lanes[s + 5] * weights[w + 5]
              + lanes[s + 6] * weights[w + 6]
              + lanes[s + 7] * weights[w + 7];
    }
  }

  private static void weighTwo(
      long[] lanes, long[] weights, int[] starts, int taps, int tap, long[] sums) {
    for (int x = 0; x < sums.length; x++) {
      int s = starts[x] + tap;
      int w = x * taps + tap;
      sums[x] += lanes[s] * weights[w] + lanes[s + 1] * weights[w + 1];
    }
  }

  private static void join(int[] red, int[] green, int[] blue, long[] lanes) {
    for (int x = 0; x < green.length; x++) {
      // Not negative: ten bits are free above green.
      blue[x] |= green[x] << LANE;
    }
    for (int x = 0; x < red.length; x++) {
      lanes[x] = ((long) red[x] << (2 * LANE)) | blue[x];
    }
  }

  private static void join(int[] alpha, long[] lanes) {
    for (int x = 0; x < alpha.length; x++) {
      lanes[x] = alpha[x];
    }
  }

  private static void narrow(long[] sums, int[] words, int shift) {
    for (int x = 0; x < words.length; x++) {
      words[x] = (int) (sums[x] >>> shift);
    }
  }

  private static void pack(int[] high, int[] low, int[] pixels) {
    for (int x = 0; x < pixels.length; x++) {
      int red = ((high[x] >>> SHIFT) & LEVEL) - OFFSET;
      int green = ((low[x] >>> LANE) & LEVEL) - OFFSET;
      int blue = (low[x] & LEVEL) - OFFSET;
      red &= ~(red >> 31);
      green &= ~(green >> 31);
      blue &= ~(blue >> 31);
      pixels[x] =
          (((red | ((255 - red) >> 31)) & 0xFF) << 16)
              | (((green | ((255 - green) >> 31)) & 0xFF) << 8)
              | ((blue | ((255 - blue) >> 31)) & 0xFF);
    }
  }

  private static void clamp(int[] words) {
    for (int x = 0; x < words.length; x++) {
      int level = (words[x] & LEVEL) - OFFSET;
      level &= ~(level >> 31);
      words[x] = (level | ((255 - level) >> 31)) & 0xFF;
    }
  }

  private static void limit(int[] pixels, int[] alpha) {
    for (int x = 0; x < pixels.length; x++) {
      int most = alpha[x];
      int pixel = pixels[x];
      pixels[x] =
          (most << 24)
              | (Math.min((pixel >> 16) & 0xFF, most) << 16)
              | (Math.min((pixel >> 8) & 0xFF, most) << 8)
              | Math.min(pixel & 0xFF, most);
    }
  }
}
