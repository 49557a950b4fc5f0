package dev.darkroom.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of a Markdown file. */
public final class MarkdownTable {
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  private MarkdownTable(List<String> titles, String alignment) {
    this.columns = titles.size();
    lines.add(line(titles));
    lines.add("|---" + alignment.repeat(columns - 1) + "|");
  }

  /** A table with text in the first column and figures in the others. */
  public static MarkdownTable ofFigures(List<String> titles) {
    return new MarkdownTable(titles, "|--:");
  }

  /** A table of text. */
  public static MarkdownTable ofText(List<String> titles) {
    return new MarkdownTable(titles, "|---");
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
