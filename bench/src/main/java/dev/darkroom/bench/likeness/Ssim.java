package dev.darkroom.bench.likeness;

/**
 * Structural similarity of two pictures' luma: the mean over windows of 8×8 pixels that stand 4
 * apart, each weighted alike, with K1 = 0.01, K2 = 0.03 and L = 255.
 *
 * @see <a href="https://doi.org/10.1109/TIP.2003.819861">Wang, Bovik, Sheikh, Simoncelli: Image
 *     quality assessment, 2004</a>
 */
public final class Ssim {
  private static final int WINDOW = 8;
  private static final int STRIDE = 4;
  private static final double C1 = Math.pow(0.01 * 255, 2);
  private static final double C2 = Math.pow(0.03 * 255, 2);

  private Ssim() {}

  /**
   * Compares two pictures of one size, 8 px or more in both edges.
   *
   * @return 1 when they are the same, less otherwise
   */
  public static double mean(Luma one, Luma other) {
    if (!one.size().equals(other.size())) {
      throw new IllegalArgumentException(one.size() + " is compared with " + other.size());
    }
    double sum = 0;
    int windows = 0;
    for (int y = 0; y + WINDOW <= one.size().height(); y += STRIDE) {
      for (int x = 0; x + WINDOW <= one.size().width(); x += STRIDE) {
        sum += window(one, other, x, y);
        windows++;
      }
    }
    if (windows == 0) {
      throw new IllegalArgumentException(one.size() + " is smaller than a window");
    }
    return sum / windows;
  }

  private static double window(Luma one, Luma other, int left, int top) {
    double sumA = 0;
    double sumB = 0;
    double sumAa = 0;
    double sumBb = 0;
    double sumAb = 0;
    for (int y = top; y < top + WINDOW; y++) {
      for (int x = left; x < left + WINDOW; x++) {
        double a = one.at(x, y);
        double b = other.at(x, y);
        sumA += a;
        sumB += b;
        sumAa += a * a;
        sumBb += b * b;
        sumAb += a * b;
      }
    }
    int count = WINDOW * WINDOW;
    double meanA = sumA / count;
    double meanB = sumB / count;
    double varianceA = sumAa / count - meanA * meanA;
    double varianceB = sumBb / count - meanB * meanB;
    double covariance = sumAb / count - meanA * meanB;
    return (2 * meanA * meanB + C1)
        * (2 * covariance + C2)
        / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }
}
