package dev.darkroom.imaging.colour;

/** An RGB space by its primaries and white, and what colour science makes of its pixels. */
final class RgbSpace {
  static final double[] D65 = {0.3127, 0.3290};
  static final double[] D50 = {0.3457, 0.3585};

  private static final double[][] BRADFORD = {
    {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
  };

  static final RgbSpace SRGB =
      new RgbSpace(new double[][] {{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}}, D65);
  static final RgbSpace DISPLAY_P3 =
      new RgbSpace(new double[][] {{0.680, 0.320}, {0.265, 0.690}, {0.150, 0.060}}, D65);
  static final RgbSpace ADOBE_RGB =
      new RgbSpace(new double[][] {{0.64, 0.33}, {0.21, 0.71}, {0.15, 0.06}}, D65);
  static final RgbSpace PRO_PHOTO =
      new RgbSpace(new double[][] {{0.7347, 0.2653}, {0.1596, 0.8404}, {0.0366, 0.0001}}, D50);

  /** From linear light of this space to XYZ, adapted to D50 by Bradford's method. */
  private final double[][] toXyz;

  RgbSpace(double[][] primaries, double[] white) {
    double[][] columns = new double[3][3];
    for (int i = 0; i < 3; i++) {
      double[] xyz = chromaticity(primaries[i]);
      for (int row = 0; row < 3; row++) {
        columns[row][i] = xyz[row];
      }
    }
    double[] strengths = times(inverse(columns), chromaticity(white));
    for (double[] row : columns) {
      for (int i = 0; i < 3; i++) {
        row[i] *= strengths[i];
      }
    }
    double[] from = times(BRADFORD, chromaticity(white));
    double[] to = times(BRADFORD, chromaticity(D50));
    double[][] scaled = new double[3][3];
    for (int i = 0; i < 3; i++) {
      scaled[i][i] = to[i] / from[i];
    }
    toXyz = times(times(inverse(BRADFORD), times(scaled, BRADFORD)), columns);
  }

  /** XYZ, for D50, of a pixel in linear light. */
  double[] xyz(double... linear) {
    return times(toXyz, linear);
  }

  /** The sRGB levels of a pixel in linear light of this space, cut at 0 and 255. */
  double[] toSrgb(double... linear) {
    return srgbOf(times(toXyz, linear));
  }

  /** The sRGB levels of XYZ for D50. */
  static double[] srgbOf(double... xyz) {
    double[] light = times(inverse(SRGB.toXyz), xyz);
    double[] levels = new double[3];
    for (int i = 0; i < 3; i++) {
      levels[i] = encoded(light[i]);
    }
    return levels;
  }

  /** The level that sRGB has for linear light. */
  static double encoded(double light) {
    double cut = Math.max(0, Math.min(1, light));
    return 255 * (cut <= 0.0031308 ? 12.92 * cut : 1.055 * Math.pow(cut, 1 / 2.4) - 0.055);
  }

  /** The linear light that an sRGB level stands for. */
  static double decoded(int level) {
    double share = level / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** XYZ of a chromaticity, for Y = 1. */
  private static double[] chromaticity(double[] xy) {
    return new double[] {xy[0] / xy[1], 1, (1 - xy[0] - xy[1]) / xy[1]};
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 3; i++) {
        product[row] += matrix[row][i] * vector[i];
      }
    }
    return product;
  }

  private static double[][] times(double[][] left, double[][] right) {
    double[][] product = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int i = 0; i < 3; i++) {
          product[row][column] += left[row][i] * right[i][column];
        }
      }
    }
    return product;
  }

  private static double[][] inverse(double[][] m) {
    double[][] adjugate = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        int a = (row + 1) % 3;
        int b = (row + 2) % 3;
        int c = (column + 1) % 3;
        int d = (column + 2) % 3;
        adjugate[column][row] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
      }
    }
    double determinant =
        m[0][0] * adjugate[0][0] + m[0][1] * adjugate[1][0] + m[0][2] * adjugate[2][0];
    for (double[] row : adjugate) {
      for (int i = 0; i < 3; i++) {
        row[i] /= determinant;
      }
    }
    return adjugate;
  }
}
