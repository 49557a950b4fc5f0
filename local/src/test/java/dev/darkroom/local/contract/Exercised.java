package dev.darkroom.local.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which of the contract's operations and status codes were met. Safe for many threads. */
public final class Exercised {
  private final Map<String, Set<Integer>> described;
  private final Map<String, Set<Integer>> met = new ConcurrentHashMap<>();

  /**
   * @param described the status codes that each operation may answer
   */
  Exercised(Map<String, Set<Integer>> described) {
    this.described = described;
  }

  void add(String route, int status) {
    met.computeIfAbsent(route, name -> ConcurrentHashMap.newKeySet()).add(status);
  }

  /** Operations that never answered that they did what they were asked. */
  public List<String> withoutSuccess() {
    return described.keySet().stream()
        .filter(route -> met.getOrDefault(route, Set.of()).stream().noneMatch(Exercised::isSuccess))
        .toList();
  }

  /** A line an operation: the described status codes that it never answered. */
  public String report() {
    return described.entrySet().stream()
        .map(
            route -> {
              Set<Integer> left = new TreeSet<>(route.getValue());
              left.removeAll(met.getOrDefault(route.getKey(), Set.of()));
              return "  " + route.getKey() + " " + (left.isEmpty() ? "all" : "without " + left);
            })
        .collect(Collectors.joining("\n", "Status codes of openapi.yaml that were met:\n", ""));
  }

  private static boolean isSuccess(int status) {
    return status >= 200 && status < 400;
  }
}
