package dev.darkroom.bench.soak;

import dev.darkroom.bench.Statistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What was measured in one minute.
 *
 * @param number from 0; the warm-up's are negative
 * @param usages every five seconds
 * @param live at its end
 */
record Minute(int number, List<Usage> usages, Live live) {
  static final List<String> TITLES =
      List.of(
          "minute",
          "RSS, MB",
          "least RSS, MB",
          "live heap, MB",
          "non-heap, MB",
          "threads",
          "files",
          "uploads",
          "late",
          "p50, ms",
          "p95, ms");

  /**
   * Cells of the table.
   *
   * @param results of all uploads so far
   */
  List<String> row(List<Result> results) {
    List<Result> due = results.stream().filter(result -> result.minute() == number).toList();
    return List.of(
        Integer.toString(number + 1),
        whole(median(Usage::residentMegabytes)),
        whole(leastResidentMegabytes()),
        String.format(Locale.ROOT, "%.1f", live.heapMegabytes()),
        String.format(Locale.ROOT, "%.1f", live.nonHeapMegabytes()),
        whole(median(Usage::threads)),
        whole(median(Usage::files)),
        "" + due.size(),
        "" + due.stream().filter(Result::late).count(),
        millis(due, 50).map(Minute::whole).orElse("–"),
        millis(due, 95).map(Minute::whole).orElse("–"));
  }

  /** From the accepted PUT to the final status, of the timed uploads among these. */
  static Optional<Double> millis(List<Result> results, int percent) {
    List<Double> millis =
        results.stream()
            .filter(result -> result.kind().timed() && result.settled())
            .map(Result::millis)
            .toList();
    return millis.isEmpty()
        ? Optional.empty()
        : Optional.of(Statistics.percentile(millis, percent));
  }

  /** What is held when no huge picture is at work. */
  double leastResidentMegabytes() {
    return usages.stream().mapToDouble(Usage::residentMegabytes).min().orElseThrow();
  }

  private double median(ToDoubleFunction<Usage> figure) {
    return Statistics.median(usages.stream().map(figure::applyAsDouble).toList());
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
