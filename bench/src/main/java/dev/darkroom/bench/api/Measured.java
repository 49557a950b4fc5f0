package dev.darkroom.bench.api;

import dev.darkroom.bench.Statistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The rounds of one case with a number of connections; what is told is their median. */
record Measured(Case load, int connections, List<Round> rounds) {

  /** Cells of the report's table. */
  List<String> row() {
    return List.of(
        load.title(),
        "" + connections,
        String.format(Locale.ROOT, "%.0f", median(Round::requestsASecond)),
        millis(50),
        millis(95),
        millis(99));
  }

  private String millis(int percent) {
    return String.format(Locale.ROOT, "%.1f", median(round -> round.percentile(percent)));
  }

  private double median(ToDoubleFunction<Round> figure) {
    return Statistics.median(rounds.stream().map(figure::applyAsDouble).toList());
  }
}
