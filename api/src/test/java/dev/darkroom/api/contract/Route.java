package dev.darkroom.api.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A described operation's method and path.
 *
 * @param path as {@code /api/jobs/{jobId}}
 */
record Route(String method, String path) {

  /** The parameters of a path of this route; empty when it is of another. */
  Optional<Map<String, String>> match(String otherMethod, String rawPath) {
    String[] names = path.split("/", -1);
    String[] values = rawPath.split("/", -1);
    if (!method.equals(otherMethod) || names.length != values.length) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      if (names[i].startsWith("{")) {
        parameters.put(names[i].substring(1, names[i].length() - 1), decoded(values[i]));
      } else if (!names[i].equals(values[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  /** Of two routes that a path has, the one with more of its own words is meant. */
  long words() {
    return path.chars().filter(c -> c != '{').count();
  }

  /** In a path, unlike in a query, a plus is a plus. */
  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
