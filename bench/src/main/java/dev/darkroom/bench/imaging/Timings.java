package dev.darkroom.bench.imaging;

import dev.darkroom.bench.Statistics;
import dev.darkroom.bench.photos.Photo;
import dev.darkroom.bench.ways.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The CPU time that each way took for each photo in each round, in milliseconds. */
final class Timings {
  private record Cell(Way way, Photo photo) {}

  private final Map<Cell, List<Double>> millis = new HashMap<>();
  private final Map<Cell, String> failures = new HashMap<>();

  void add(Way way, Photo photo, double cpuMillis) {
    millis.computeIfAbsent(new Cell(way, photo), cell -> new ArrayList<>()).add(cpuMillis);
  }

  void fail(Way way, Photo photo, String reason) {
    failures.put(new Cell(way, photo), reason);
  }

  /** Why a way cannot do a photo; null when it can. */
  String failure(Way way, Photo photo) {
    return failures.get(new Cell(way, photo));
  }

  boolean has(Way way, Photo photo) {
    return millis.containsKey(new Cell(way, photo));
  }

  double median(Way way, Photo photo) {
    return Statistics.median(millis.get(new Cell(way, photo)));
  }

  double mean(Way way, Photo photo) {
    return Statistics.mean(millis.get(new Cell(way, photo)));
  }
}
