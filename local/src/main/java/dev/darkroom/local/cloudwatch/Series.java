package dev.darkroom.local.cloudwatch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The values of one metric, joined by the second. Safe for use by several threads. */
final class Series {
  private final long kept;
  private final NavigableMap<Long, Map<Statistic, Double>> seconds = new TreeMap<>();

  /**
   * @param kept how long values are kept
   */
  Series(Duration kept) {
    this.kept = kept.toSeconds();
  }

  /** Adds a value at a second, counted from any beginning. */
  synchronized void add(long second, double value) {
    seconds.headMap(second - kept, true).clear();
    Map<Statistic, Double> joined =
        seconds.computeIfAbsent(second, key -> new EnumMap<>(Statistic.class));
    for (Statistic statistic : Statistic.values()) {
      joined.merge(statistic, value, statistic::join);
    }
  }

  /** The statistic of the seconds after one and up to another; empty when they have no value. */
  synchronized OptionalDouble statistic(Statistic statistic, long after, long upTo) {
    return seconds.subMap(after, false, upTo, true).values().stream()
        .mapToDouble(joined -> joined.get(statistic))
        .reduce(statistic::join);
  }
}
