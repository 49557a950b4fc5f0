package dev.darkroom.api.capacity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each route uses, as the table of docs/data-model.md says. */
final class CapacityTable {
  private static final Path DATA_MODEL = Path.of("..", "docs", "data-model.md");
  private static final String TITLES = "| Route | RCU | WCU |";

  private CapacityTable() {}

  /** By route, as {@code GET /api/jobs/{jobId}}. */
  static Map<String, Consumed> read() throws IOException {
    List<String> all = Files.readAllLines(DATA_MODEL);
    int titles = all.indexOf(TITLES);
    if (titles < 0) {
      throw new AssertionError(DATA_MODEL + " has no table with the titles " + TITLES);
    }
    Map<String, Consumed> rows = new LinkedHashMap<>();
    all.stream()
        .skip(titles + 2L)
        .takeWhile(line -> line.startsWith("|"))
        .forEach(
            line -> {
              List<String> cells =
                  Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
              rows.put(
                  cells.get(0).replace("`", ""),
                  new Consumed(Double.parseDouble(cells.get(1)), Double.parseDouble(cells.get(2))));
            });
    return rows;
  }

  /** A row as the document writes it. */
  static String row(String route, Consumed used) {
    return "| `" + route + "` | " + number(used.reads()) + " | " + number(used.writes()) + " |";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
