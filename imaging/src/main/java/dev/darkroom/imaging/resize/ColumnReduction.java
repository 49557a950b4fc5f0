package dev.darkroom.imaging.resize;

import java.util.Arrays;

/**
 * Weighs rows of packed pixels into one row of samples.
 *
 * <p>Each loop runs over whole arrays by one index, which is what the compiler makes vector
 * instructions of; these rows may be the many ones of a large picture.
 */
final class ColumnReduction {
  /** Samples are in halves of a level: 0 to this. */
  static final int WHITE = 510;

  private static final int WEIGHT_BITS = 14;
  private static final int SHIFT = WEIGHT_BITS - 1;
  private static final int HALF = 1 << (SHIFT - 1);
  private static final int STEP = 4;

  private final EdgeWeights edge;
  private final int[][] rows;
  private final int[][] channels;
  private int nextRow;

  /**
   * Prepares the reduction of a picture.
   *
   * @param length of a column, as {@link EdgeWeights#of} takes it
   * @param channels 3 for red, green and blue, 4 with alpha
   */
  ColumnReduction(int width, double length, int height, int reduced, int channels) {
    edge = EdgeWeights.of(length, height, reduced, WEIGHT_BITS);
    rows = new int[edge.taps][width];
    this.channels = new int[channels][width];
  }

  /**
   * Makes the samples of one row; rows have to be asked for from top to bottom.
   *
   * @return the samples of red, green and blue, and alpha if it was asked for; valid until the next
   *     call
   */
  int[][] row(int[] pixels, int y) {
    int start = edge.starts[y];
    int end = start + edge.counts[y];
    for (; nextRow < end; nextRow++) {
      int[] row = kept(nextRow);
      System.arraycopy(pixels, nextRow * row.length, row, 0, row.length);
    }
    for (int channel = 0; channel < channels.length; channel++) {
      // Red is in bits 16 to 23, green in 8 to 15, blue in 0 to 7, alpha in 24 to 31.
      int shift = channel == 3 ? 24 : 16 - 8 * channel;
      int[] sums = channels[channel];
      Arrays.fill(sums, HALF);
      weigh(sums, start, end, y * edge.taps, shift);
      clamp(sums);
    }
    return channels;
  }

  private void weigh(int[] sums, int start, int end, int weight, int shift) {
    int[] weights = edge.weights;
    int y = start;
    int w = weight;
    for (; y + STEP <= end; y += STEP, w += STEP) {
      addFour(
          sums,
          kept(y),
          kept(y + 1),
          kept(y + 2),
          kept(y + 3),
          weights[w],
          weights[w + 1],
          weights[w + 2],
          weights[w + 3],
          shift);
    }
    for (; y < end; y++, w++) {
      add(sums, kept(y), weights[w], shift);
    }
  }

  private int[] kept(int y) {
    return rows[y % rows.length];
  }

  private static void addFour(
      int[] sums,
      int[] a,
      int[] b,
      int[] c,
      int[] d,
      int weightA,
      int weightB,
      int weightC,
      int weightD,
      int shift) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] +=
          ((a[i] >>> shift) & 0xFF) * weightA
              + ((b[i] >>> shift) & 0xFF) * weightB
              + ((c[i] >>> shift) & 0xFF) * weightC
              + ((d[i] >>> shift) & 0xFF) * weightD;
    }
  }

  private static void add(int[] sums, int[] row, int weight, int shift) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += ((row[i] >>> shift) & 0xFF) * weight;
    }
  }

  /** Without Math.min and Math.max, of which no vector instructions are made here. */
  private static void clamp(int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      int sample = sums[i] >> SHIFT;
      int over = (sample & ~(sample >> 31)) - WHITE;
      sums[i] = (over & (over >> 31)) + WHITE;
    }
  }
}
