package dev.darkroom.bench.soak;

import dev.darkroom.bench.Statistics;
import java.util.List;

/**
 * How a figure stands at the end of a run beside its start.
 *
 * @param first its median over the first quarter
 * @param last its median over the last quarter
 */
record Growth(Figure figure, double first, double last) {
  private static final double SHARE = 0.05;
  private static final int QUARTERS = 4;

  /**
   * Compares the quarters.
   *
   * @param values in the order of time, one at least
   */
  static Growth of(Figure figure, List<Double> values) {
    int quarter = Math.max(1, values.size() / QUARTERS);
    return new Growth(
        figure,
        Statistics.median(values.subList(0, quarter)),
        Statistics.median(values.subList(values.size() - quarter, values.size())));
  }

  double difference() {
    return last - first;
  }

  /** Whether it is more than the figure's allowance, and more than five per cent. */
  boolean isGrowth() {
    return difference() > Math.max(figure.allowance(), SHARE * first);
  }
}
