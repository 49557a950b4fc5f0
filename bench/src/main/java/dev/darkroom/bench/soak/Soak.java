package dev.darkroom.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run.
 *
 * @param minutes those that are measured, without the warm-up's
 * @param results of all uploads, with the warm-up's
 * @param running executions that still ran when all jobs had been waited for
 */
record Soak(List<Minute> minutes, List<Result> results, int running) {

  List<Growth> growths() {
    List<Usage> usages = minutes.stream().flatMap(minute -> minute.usages().stream()).toList();
    List<Live> lives = minutes.stream().map(Minute::live).toList();
    List<Growth> growths = new ArrayList<>();
    add(growths, Figure.RESIDENT, minutes.stream().map(Minute::leastResidentMegabytes).toList());
    add(growths, Figure.HEAP, lives.stream().map(Live::heapMegabytes).toList());
    add(growths, Figure.NON_HEAP, lives.stream().map(Live::nonHeapMegabytes).toList());
    add(growths, Figure.THREADS, usages.stream().map(Usage::threads).toList());
    add(growths, Figure.FILES, usages.stream().map(Usage::files).toList());
    add(growths, Figure.P50, millis(50));
    add(growths, Figure.P95, millis(95));
    return growths;
  }

  private static void add(List<Growth> growths, Figure figure, List<Double> values) {
    if (!values.isEmpty()) {
      growths.add(Growth.of(figure, values));
    }
  }

  private List<Double> millis(int percent) {
    return minutes.stream()
        .map(minute -> Minute.millis(of(minute), percent))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Result> of(Minute minute) {
    return results.stream().filter(result -> result.minute() == minute.number()).toList();
  }

  long unsettled() {
    return results.stream().filter(result -> !result.settled()).count();
  }

  long late() {
    return results.stream().filter(Result::late).count();
  }

  /** What was not as it must be, each once with its number. */
  Map<String, Long> complaints() {
    return results.stream()
        .filter(result -> result.complaint() != null)
        .collect(
            Collectors.groupingBy(
                result -> result.kind().title() + ": " + result.complaint(),
                TreeMap::new,
                Collectors.counting()));
  }

  /** Whether nothing has grown, every job is final and ended as it must, and none runs. */
  boolean passed() {
    return unsettled() == 0
        && running == 0
        && complaints().isEmpty()
        && growths().stream().noneMatch(Growth::isGrowth);
  }
}
