package dev.darkroom.bench.imaging;

import dev.darkroom.bench.Statistics;
import dev.darkroom.bench.photos.Photo;
import dev.darkroom.bench.ways.Way;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * One way beside a peer, on the photos that both can do. A figure is NaN where there is no such
 * photo.
 */
record Comparison(Timings timings, Outputs outputs, List<Photo> photos, Way way, Way peer) {

  /** The median over the photos of the ratios of CPU times. */
  double medianOfRatios() {
    List<Double> ratios =
        timed().stream()
            .map(photo -> timings.median(way, photo) / timings.median(peer, photo))
            .toList();
    return ratios.isEmpty() ? Double.NaN : Statistics.median(ratios);
  }

  /** The ratio of the sums over the photos of the medians over the rounds. */
  double ratioOfSums() {
    return ratioOfSums(timings::median);
  }

  /** The ratio of the sums with means over the rounds, in which every collection counts. */
  double ratioOfMeans() {
    return ratioOfSums(timings::mean);
  }

  private double ratioOfSums(ToDoubleBiFunction<Way, Photo> time) {
    double own = timed().stream().mapToDouble(photo -> time.applyAsDouble(way, photo)).sum();
    double other = timed().stream().mapToDouble(photo -> time.applyAsDouble(peer, photo)).sum();
    return own / other;
  }

  /** How much more like the reference the renditions are than those of the peer, at the mean. */
  double likenessAhead(int longEdge) {
    List<Double> differences = likenessDifferences(longEdge);
    return differences.isEmpty() ? Double.NaN : Statistics.mean(differences);
  }

  /** The same for the photo with the least of it. */
  double leastLikenessAhead(int longEdge) {
    return likenessDifferences(longEdge).stream()
        .mapToDouble(Double::doubleValue)
        .min()
        .orElse(Double.NaN);
  }

  private List<Double> likenessDifferences(int longEdge) {
    return made(longEdge).stream()
        .map(
            photo ->
                outputs.of(way, photo, longEdge).likeness()
                    - outputs.of(peer, photo, longEdge).likeness())
        .filter(difference -> !difference.isNaN())
        .toList();
  }

  /** The ratio of the sums of the files' sizes. */
  double ratioOfBytes(int longEdge) {
    double own = made(longEdge).stream().mapToLong(p -> outputs.of(way, p, longEdge).bytes()).sum();
    double other =
        made(longEdge).stream().mapToLong(p -> outputs.of(peer, p, longEdge).bytes()).sum();
    return own / other;
  }

  private List<Photo> timed() {
    return photos.stream()
        .filter(photo -> timings.has(way, photo) && timings.has(peer, photo))
        .toList();
  }

  private List<Photo> made(int longEdge) {
    return photos.stream()
        .filter(photo -> outputs.of(way, photo, longEdge) != null)
        .filter(photo -> outputs.of(peer, photo, longEdge) != null)
        .toList();
  }
}
