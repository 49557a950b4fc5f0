package dev.darkroom.imaging.colour;

/**
 * A conversion of three or four components, sampled at the points of a lattice.
 *
 * <p>The JDK has LCMS go through every stage of a profile of tables for every pixel, which takes
 * about 170 ns. Between the points of a lattice that is made once, simplex interpolation takes a
 * tenth of that: a pixel lies in the simplex whose corners one meets on the way from the lower
 * corner of its cell to the upper, along the component with the largest fraction first.
 *
 * <p>Kasson and others, "Performing color space conversions with three-dimensional linear
 * interpolation", Journal of Electronic Imaging 4 (1995), compare the ways to do this.
 */
final class Lattice implements ByteConversion {
  private static final int THREE_POINTS = 33;
  private static final int FOUR_POINTS = 18;
  private static final double MOST_DIFFERENCE = 1;

  private static final int ONE_BITS = 12;
  private static final int ONE = 1 << ONE_BITS;
  private static final int STEP_BITS = 16;

  /** Three sums of 20 bits lie in a long. */
  private static final int LANE_BITS = 21;

  private static final long HALVES = packed(ONE / 2, ONE / 2, ONE / 2);

  private final int components;
  private final long[] colours;

  /** For each component and byte, the place of the lattice point at or below it. */
  private final int[][] places = new int[4][256];

  /** For each component and byte, the fraction of a cell beyond that, and the step to the next. */
  private final int[][] fractions = new int[4][256];

  /**
   * Samples a conversion.
   *
   * @param points in each direction
   */
  Lattice(ByteConversion exact, int points) {
    components = exact.components();
    int step = 1;
    for (int component = components - 1; component >= 0; component--) {
      for (int point = 0; point < points - 1; point++) {
        int lower = level(point, points);
        int upper = level(point + 1, points);
        for (int level = lower; level <= upper; level++) {
          int fraction = ((level - lower) * ONE + (upper - lower) / 2) / (upper - lower);
          places[component][level] = point * step;
          fractions[component][level] = (fraction << STEP_BITS) | step;
        }
      }
      step *= points;
    }
    colours = sampled(exact, points, step);
  }

  /** A lattice for a conversion of three or four components. */
  static Lattice of(ByteConversion exact) {
    return new Lattice(exact, exact.components() == 4 ? FOUR_POINTS : THREE_POINTS);
  }

  /**
   * A lattice for a conversion, or the conversion itself where a lattice would be off by more than
   * a level on average, as it is for linear light.
   */
  static ByteConversion near(ByteConversion exact) {
    Lattice lattice = of(exact);
    return Likeness.meanDifference(exact, lattice) > MOST_DIFFERENCE ? exact : lattice;
  }

  private static long[] sampled(ByteConversion exact, int points, int count) {
    int components = exact.components();
    byte[] stored = new byte[count * components];
    for (int place = 0; place < count; place++) {
      int rest = place;
      for (int component = components - 1; component >= 0; component--) {
        stored[place * components + component] = (byte) level(rest % points, points);
        rest /= points;
      }
    }
    byte[] srgb = new byte[count * 3];
    exact.convert(stored, srgb, count);
    long[] colours = new long[count];
    for (int place = 0; place < count; place++) {
      colours[place] =
          packed(srgb[place * 3] & 0xFF, srgb[place * 3 + 1] & 0xFF, srgb[place * 3 + 2] & 0xFF);
    }
    return colours;
  }

  private static long packed(long red, long green, long blue) {
    return (red << (2 * LANE_BITS)) | (green << LANE_BITS) | blue;
  }

  /** The byte that a point stands for. */
  private static int level(int point, int points) {
    return (point * 255 + (points - 1) / 2) / (points - 1);
  }

  @Override
  public int components() {
    return components;
  }

  @Override
  public void convert(byte[] stored, byte[] srgb, int pixels) {
    boolean four = components == 4;
    for (int pixel = 0, from = 0, to = 0; pixel < pixels; pixel++, from += components, to += 3) {
      int first = stored[from] & 0xFF;
      int second = stored[from + 1] & 0xFF;
      int third = stored[from + 2] & 0xFF;
      int fourth = four ? stored[from + 3] & 0xFF : 0;
      // With three components, the tables of the fourth are zero and change nothing.
      long colour =
          interpolated(
              places[0][first] + places[1][second] + places[2][third] + places[3][fourth],
              fractions[0][first],
              fractions[1][second],
              fractions[2][third],
              fractions[3][fourth]);
      srgb[to] = (byte) (colour >>> (2 * LANE_BITS + ONE_BITS));
      srgb[to + 1] = (byte) (colour >>> (LANE_BITS + ONE_BITS));
      srgb[to + 2] = (byte) (colour >>> ONE_BITS);
    }
  }

  private long interpolated(int place, int a, int b, int c, int d) {
    // A sorting network: the largest fraction first.
    int ab = Math.max(a, b);
    int ba = Math.min(a, b);
    int cd = Math.max(c, d);
    int dc = Math.min(c, d);
    int most = Math.max(ab, cd);
    int middle = Math.min(ab, cd);
    int other = Math.max(ba, dc);
    int least = Math.min(ba, dc);
    int second = Math.max(middle, other);
    int third = Math.min(middle, other);

    int fraction = most >>> STEP_BITS;
    long colour = colours[place] * (ONE - fraction) + HALVES;
    place += step(most);
    colour += colours[place] * (fraction - (second >>> STEP_BITS));
    fraction = second >>> STEP_BITS;
    place += step(second);
    colour += colours[place] * (fraction - (third >>> STEP_BITS));
    fraction = third >>> STEP_BITS;
    place += step(third);
    colour += colours[place] * (fraction - (least >>> STEP_BITS));
    place += step(least);
    return colour + colours[place] * (least >>> STEP_BITS);
  }

  private static int step(int fraction) {
    return fraction & ((1 << STEP_BITS) - 1);
  }
}
