package dev.darkroom.bench.throttled;

import dev.darkroom.bench.report.MachineFacts;
import dev.darkroom.bench.report.MarkdownTable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A run as a Markdown file. */
record ThrottledReport(String command, Backlog backlog) {

  String toMarkdown() throws IOException {
    return String.join(
        "\n",
        "# Uploads beyond Rekognition's quota",
        "",
        "<!-- Written by the benchmark; the next run overwrites it. -->",
        "",
        "[README.md](README.md#what-throttled-measures) tells what is measured, and how.",
        "",
        "- " + MachineFacts.line(),
        "- `" + command + "`",
        "",
        table().toString());
  }

  /** What it came to. */
  MarkdownTable table() {
    int uploads = backlog.jobs().size();
    double total = backlog.totalSeconds();
    double ideal = backlog.idealSeconds();
    Effort effort = backlog.effort();
    MarkdownTable table = MarkdownTable.ofFigures(List.of("figure", "value"));
    table.row(List.of("uploads", "" + uploads));
    table.row(List.of("DetectLabels calls a second that are let through", number(backlog.rate())));
    backlog.statuses().forEach((status, count) -> table.row(List.of(status, "" + count)));
    table.row(List.of("first to last accepted PUT, s", number(backlog.sendingSeconds())));
    table.row(List.of("first accepted PUT to last final status, s", number(total)));
    table.row(List.of("ideal: uploads by quota, s", number(ideal)));
    table.row(List.of("time by ideal", String.format(Locale.ROOT, "%.2f", total / ideal)));
    table.row(List.of("a job, p50, s", number(backlog.percentile(50))));
    table.row(List.of("a job, p95, s", number(backlog.percentile(95))));
    table.row(List.of("a job, p99, s", number(backlog.percentile(99))));
    table.row(List.of("DetectLabels calls made", "" + backlog.calls().made()));
    table.row(List.of("of them throttled", "" + backlog.calls().throttled()));
    table.row(List.of("retries of the state DetectLabels", "" + effort.labelRetries()));
    table.row(List.of("retries of other states", "" + effort.otherRetries()));
    table.row(List.of("state transitions", "" + effort.transitions()));
    table.row(
        List.of("state transitions an upload", number(effort.transitions() / (double) uploads)));
    table.row(
        List.of("jobs that said, when polled, that they wait for labels", "" + backlog.waited()));
    double cpu = backlog.cpu().toMillis() / 1000.0;
    table.row(List.of("CPU time of the embedded cloud, s", number(cpu)));
    table.row(List.of("the same, cores in use", number(cpu / total)));
    return table;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
