package dev.darkroom.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of a Markdown file: text in the first column, figures in the others. */
public final class MarkdownTable {
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  public MarkdownTable(List<String> titles) {
    this.columns = titles.size();
    lines.add(line(titles));
    lines.add("|---" + "|--:".repeat(columns - 1) + "|");
  }

  /** Adds a row with as many cells as there are titles. */
  public MarkdownTable row(List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(cells + " is not a row of " + columns);
    }
    lines.add(line(cells));
    return this;
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
