package dev.darkroom.bench.cloud;

import dev.darkroom.bench.api.RunningApi;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code ./darkroom up} prints when it can be used. */
record Announced(RunningApi api, URI states, URI rekognition) {
  /** The last line that it prints. */
  static final String LAST = "Ctrl-C";

  private static final Pattern LINE = Pattern.compile(" {2}(\\w+) {2,}(\\S+)");

  /**
   * Reads its lines.
   *
   * @throws IOException when one is missing
   */
  static Announced of(List<String> lines) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        values.put(matcher.group(1), matcher.group(2));
      }
    }
    for (String name : List.of("API", "token", "sfn", "rekognition")) {
      if (!values.containsKey(name)) {
        throw new IOException("`./darkroom up` did not say its " + name + ".");
      }
    }
    return new Announced(
        new RunningApi(values.get("API"), values.get("token")),
        URI.create(values.get("sfn")),
        URI.create(values.get("rekognition")));
  }
}
