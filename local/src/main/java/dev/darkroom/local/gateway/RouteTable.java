package dev.darkroom.local.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The routes of an API. A request takes the most specific one: a full match, else a greedy one,
 * else {@code $default}; its own method before {@code ANY}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html#http-api-develop-routes.evaluation">Routing
 *     API requests</a>
 */
final class RouteTable {
  /** A route that takes a request. */
  record Match(Route route, Map<String, String> pathParameters) {}

  private record Entry(Route route, Optional<RoutePath> path) {
    Optional<Match> match(String method, String rawPath) {
      return route.takes(method)
          ? path.map(p -> p.match(rawPath))
              .orElse(Optional.of(Map.of()))
              .map(parameters -> new Match(route, parameters))
          : Optional.empty();
    }
  }

  private static final Comparator<Entry> BY_PREFERENCE =
      Comparator.comparing((Entry entry) -> entry.route().isDefault())
          .thenComparing(entry -> entry.path().orElseThrow())
          .thenComparing(entry -> entry.route().method().equals(Route.ANY));

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /**
   * Adds a route; requests in flight do not see it.
   *
   * @throws IllegalArgumentException when there is such a route, or its path cannot be read
   */
  synchronized void add(Route route) {
    if (entries.stream().anyMatch(entry -> entry.route().key().equals(route.key()))) {
      throw new IllegalArgumentException("There is a route " + route.key() + " already.");
    }
    Optional<RoutePath> path =
        route.isDefault() ? Optional.empty() : Optional.of(new RoutePath(route.path()));
    entries.add(new Entry(route, path));
  }

  Optional<Match> find(String method, String rawPath) {
    return entries.stream()
        .filter(entry -> entry.match(method, rawPath).isPresent())
        .min(BY_PREFERENCE)
        .flatMap(entry -> entry.match(method, rawPath));
  }
}
