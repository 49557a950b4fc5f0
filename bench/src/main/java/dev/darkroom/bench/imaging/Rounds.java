package dev.darkroom.bench.imaging;

import dev.darkroom.bench.photos.Photo;
import dev.darkroom.bench.ways.CannotMake;
import dev.darkroom.bench.ways.Way;
import dev.darkroom.bench.ways.Worker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Times every way on every photo, one at a time, in turn: a machine that slows down for a while
 * slows them all.
 */
final class Rounds {
  /** A photo is made so often in a row that the time for it can be read with some precision. */
  private static final double ENOUGH_MILLIS = 120;

  private final Map<Way, Worker> workers;
  private final List<Photo> photos;
  private final Timings timings = new Timings();
  private final Map<Way, Map<Photo, Integer>> times = new HashMap<>();

  Rounds(Map<Way, Worker> workers, List<Photo> photos) {
    this.workers = workers;
    this.photos = photos;
  }

  /** Lets every way see every photo, so that compilers and caches have done their part. */
  void warmUp(int rounds) throws IOException {
    for (int round = 1; round <= rounds; round++) {
      System.err.println("warm-up " + round + " of " + rounds);
      for (Photo photo : photos) {
        for (Way way : workers.keySet()) {
          double millis = measured(way, photo, 1);
          times
              .computeIfAbsent(way, key -> new HashMap<>())
              .put(photo, (int) Math.max(1, Math.ceil(ENOUGH_MILLIS / millis)));
        }
      }
    }
  }

  Timings time(int rounds) throws IOException {
    for (int round = 1; round <= rounds; round++) {
      System.err.println("round " + round + " of " + rounds);
      List<Way> ways = new ArrayList<>(workers.keySet());
      if (round % 2 == 0) {
        ways.removeIf(Way::isSlow);
      }
      Collections.rotate(ways, round);
      for (Photo photo : photos) {
        for (Way way : ways) {
          int repeats = times.get(way).get(photo);
          double millis = measured(way, photo, repeats);
          if (!Double.isNaN(millis)) {
            timings.add(way, photo, millis);
          }
        }
      }
    }
    return timings;
  }

  private double measured(Way way, Photo photo, int repeats) throws IOException {
    if (timings.failure(way, photo) != null) {
      return Double.NaN;
    }
    try {
      return workers.get(way).cpuMillis(photo.file(), repeats);
    } catch (CannotMake e) {
      timings.fail(way, photo, e.getMessage());
      return Double.NaN;
    }
  }
}
