package dev.darkroom.bench.soak;

import dev.darkroom.bench.Statistics;
import dev.darkroom.bench.report.MachineFacts;
import dev.darkroom.bench.report.MarkdownTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run as a Markdown file. */
record SoakReport(String command, Soak soak) {

  String toMarkdown() throws IOException {
    return String.join(
        "\n",
        "# A steady load over time",
        "",
        "<!-- Written by the benchmark; the next run overwrites it. -->",
        "",
        "[README.md](README.md#what-soak-measures) tells what is measured, and how.",
        "",
        "- " + MachineFacts.line(),
        "- `" + command + "`",
        "",
        verdict(),
        "## Start and end",
        "",
        growths().toString(),
        "## Uploads",
        "",
        kinds().toString(),
        "## Minute by minute",
        "",
        minutes().toString());
  }

  /** What it came to, as a list. */
  String verdict() {
    StringBuilder text = new StringBuilder();
    text.append("- ").append(soak.results().size()).append(" uploads, the warm-up's among them; ");
    text.append(soak.late()).append(" of them started late\n");
    text.append("- unsettled jobs: ").append(soak.unsettled());
    text.append("; executions still running: ").append(soak.running()).append('\n');
    List<String> grown =
        soak.growths().stream()
            .filter(Growth::isGrowth)
            .map(growth -> growth.figure().title())
            .toList();
    text.append("- growth: ").append(grown.isEmpty() ? "none" : String.join("; ", grown));
    text.append('\n');
    soak.complaints()
        .forEach(
            (what, times) ->
                text.append("- ").append(times).append(" × ").append(what).append('\n'));
    return text.toString();
  }

  private MarkdownTable growths() {
    MarkdownTable table =
        MarkdownTable.ofFigures(
            List.of("figure", "first quarter", "last quarter", "difference", "grown"));
    for (Growth growth : soak.growths()) {
      table.row(
          List.of(
              growth.figure().title(),
              number(growth.first()),
              number(growth.last()),
              String.format(Locale.ROOT, "%+.1f", growth.difference()),
              growth.isGrowth() ? "yes" : "no"));
    }
    return table;
  }

  private MarkdownTable kinds() {
    Map<String, List<Result>> kinds = new LinkedHashMap<>();
    soak.results()
        .forEach(
            result ->
                kinds.computeIfAbsent(result.kind().title(), any -> new ArrayList<>()).add(result));
    MarkdownTable table =
        MarkdownTable.ofFigures(
            List.of("file", "uploads", "must end", "ended so", "p50, ms", "p95, ms"));
    kinds.forEach((title, results) -> table.row(row(title, results)));
    return table;
  }

  private static List<String> row(String title, List<Result> results) {
    List<Double> millis = results.stream().filter(Result::settled).map(Result::millis).toList();
    return List.of(
        title,
        "" + results.size(),
        results.get(0).kind().status(),
        "" + results.stream().filter(result -> result.complaint() == null).count(),
        millis.isEmpty() ? "–" : number(Statistics.percentile(millis, 50)),
        millis.isEmpty() ? "–" : number(Statistics.percentile(millis, 95)));
  }

  private MarkdownTable minutes() {
    MarkdownTable table = MarkdownTable.ofFigures(Minute.TITLES);
    soak.minutes().forEach(minute -> table.row(minute.row(soak.results())));
    return table;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
