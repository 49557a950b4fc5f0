package dev.darkroom.local.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who may do what, as the table of docs/api.md says: the status code of each route and role. */
final class RoleTable {
  private static final Path API = Path.of("..", "docs", "api.md");
  private static final String TITLES = "| Route | " + String.join(" | ", Role.columns()) + " |";

  private RoleTable() {}

  /** The codes by route, as {@code GET /api/jobs/{jobId}}, and role. */
  static Map<String, Map<Role, Integer>> read() throws IOException {
    Map<String, Map<Role, Integer>> rows = new LinkedHashMap<>();
    lines()
        .forEach(
            line -> {
              List<String> cells =
                  Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
              Map<Role, Integer> codes = new EnumMap<>(Role.class);
              for (Role role : Role.values()) {
                codes.put(
                    role, Integer.valueOf(cells.get(1 + Role.columns().indexOf(role.toString()))));
              }
              rows.put(cells.get(0).replace("`", ""), codes);
            });
    return rows;
  }

  private static Stream<String> lines() throws IOException {
    List<String> all = Files.readAllLines(API);
    int titles = all.indexOf(TITLES);
    if (titles < 0) {
      throw new AssertionError(API + " has no table with the titles " + TITLES);
    }
    return all.stream().skip(titles + 2L).takeWhile(line -> line.startsWith("|"));
  }
}
