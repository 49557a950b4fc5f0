package dev.darkroom.local.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A route's path, split into fixed segments and variables. */
final class RoutePath implements Comparable<RoutePath> {
  private static final Pattern VARIABLE = Pattern.compile("\\{([\\w.:-]+)(\\+?)}");

  /** The order is that of preference. */
  private enum Kind {
    FIXED,
    VARIABLE,
    GREEDY
  }

  private record Segment(Kind kind, String name) {}

  private final List<Segment> segments = new ArrayList<>();

  /**
   * @throws IllegalArgumentException when the path does not begin with a slash, or a greedy
   *     variable does not end it
   */
  RoutePath(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("The route path " + path + " must begin with a slash.");
    }
    for (String text : path.substring(1).split("/", -1)) {
      if (isGreedy()) {
        throw new IllegalArgumentException("A greedy variable must end the path " + path + ".");
      }
      segments.add(segment(text, path));
    }
  }

  /**
   * Matches a request's path.
   *
   * @param rawPath the path as sent: an encoded slash belongs to its segment
   * @return the variables' decoded values, or empty when the path is another
   */
  Optional<Map<String, String>> match(String rawPath) {
    String[] parts = rawPath.substring(1).split("/", isGreedy() ? segments.size() : -1);
    if (parts.length != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i++) {
      Segment segment = segments.get(i);
      String part = PercentEncoding.decode(parts[i]);
      if (segment.kind() == Kind.FIXED ? !part.equals(segment.name()) : part.isEmpty()) {
        return Optional.empty();
      }
      if (segment.kind() != Kind.FIXED) {
        variables.put(segment.name(), part);
      }
    }
    return Optional.of(variables);
  }

  /** The more specific path comes first: any full match before any greedy one. */
  @Override
  public int compareTo(RoutePath other) {
    int order = Boolean.compare(isGreedy(), other.isGreedy());
    for (int i = 0; order == 0 && i < Math.min(segments.size(), other.segments.size()); i++) {
      order = segments.get(i).kind().compareTo(other.segments.get(i).kind());
    }
    return order;
  }

  private boolean isGreedy() {
    return !segments.isEmpty() && segments.get(segments.size() - 1).kind() == Kind.GREEDY;
  }

  private static Segment segment(String text, String path) {
    Matcher variable = VARIABLE.matcher(text);
    if (variable.matches()) {
      Kind kind = variable.group(2).isEmpty() ? Kind.VARIABLE : Kind.GREEDY;
      return new Segment(kind, variable.group(1));
    }
    if (text.contains("{") || text.contains("}")) {
      throw new IllegalArgumentException(
          "A variable must be a whole segment of the path " + path + ".");
    }
    return new Segment(Kind.FIXED, text);
  }
}
