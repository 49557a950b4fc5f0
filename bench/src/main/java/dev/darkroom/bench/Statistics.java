package dev.darkroom.bench;

import java.util.Collection;
import java.util.List;

/** What one number says of many. */
public final class Statistics {
  private Statistics() {}

  /** The middle value; the mean of the two in the middle when their number is even. */
  public static double median(Collection<Double> values) {
    List<Double> sorted = sorted(values);
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** The smallest value that this share of all values does not exceed. */
  public static double percentile(Collection<Double> values, int percent) {
    List<Double> sorted = sorted(values);
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }

  public static double mean(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  public static double sum(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static List<Double> sorted(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("There are no values.");
    }
    return values.stream().sorted().toList();
  }
}
