package dev.darkroom.bench.api;

import dev.darkroom.bench.report.MachineFacts;
import dev.darkroom.bench.report.MarkdownTable;
import java.io.IOException;
import java.util.List;

/** A run of the API's benchmark as a Markdown file. */
record ApiReport(String command, int requests, List<Measured> measured) {

  String toMarkdown() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# The API under load\n\n");
    text.append("<!-- Written by the benchmark; the next run overwrites it. -->\n\n");
    text.append("Times in milliseconds, from sending a request to the last byte of its answer. ");
    text.append("[README.md](README.md#what-api-measures) tells what is measured, and how.\n\n");
    text.append("- ").append(MachineFacts.line()).append('\n');
    text.append("- `").append(command).append("`, against `./darkroom up`");
    text.append(" on the same machine; ").append(requests).append(" requests a round\n\n");
    MarkdownTable table =
        MarkdownTable.ofFigures(
            List.of("request", "connections", "requests/s", "p50", "p95", "p99"));
    measured.forEach(figures -> table.row(figures.row()));
    return text.append(table).toString();
  }
}
