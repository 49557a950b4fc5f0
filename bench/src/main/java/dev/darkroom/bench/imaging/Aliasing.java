package dev.darkroom.bench.imaging;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.likeness.FullPicture;
import dev.darkroom.bench.likeness.LanczosReference;
import dev.darkroom.bench.likeness.Luma;
import dev.darkroom.bench.photos.TestPattern;
import dev.darkroom.bench.ways.CannotMake;
import dev.darkroom.bench.ways.DefaultSizes;
import dev.darkroom.bench.ways.Way;
import dev.darkroom.bench.ways.Worker;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is left of patterns that are too fine for the smallest size, as the standard deviation of
 * luma in levels of 255. None should be.
 */
final class Aliasing {
  private static final int SMALLEST =
      DefaultSizes.LONG_EDGES.get(DefaultSizes.LONG_EDGES.size() - 1);

  private final Map<TestPattern.Kind, Double> references = new EnumMap<>(TestPattern.Kind.class);
  private final Map<Way, Map<TestPattern.Kind, Double>> worst = new EnumMap<>(Way.class);

  /** The most that any size and phase of a pattern leaves in the reference. */
  double reference(TestPattern.Kind kind) {
    return references.get(kind);
  }

  /** The most that any size and phase of a pattern leaves; null when the way makes none. */
  Double of(Way way, TestPattern.Kind kind) {
    return worst.getOrDefault(way, Map.of()).get(kind);
  }

  void measure(Map<Way, Worker> workers, Folders folders) throws IOException {
    for (TestPattern pattern : TestPattern.all()) {
      Path file = folders.peers("patterns").resolve(pattern.name() + ".jpg");
      if (!Files.exists(file)) {
        pattern.write(file);
      }
      BufferedImage picture = FullPicture.stored(file);
      BufferedImage reference =
          LanczosReference.reduce(picture, DefaultSizes.inside(pattern.size(), SMALLEST));
      references.merge(pattern.kind(), left(pattern, reference), Math::max);
      for (Map.Entry<Way, Worker> entry : workers.entrySet()) {
        Path folder = folders.peers("renditions/" + entry.getKey() + "/" + pattern.name());
        try {
          entry.getValue().save(file, folder);
        } catch (CannotMake e) {
          continue;
        }
        BufferedImage rendition = FullPicture.stored(folder.resolve(SMALLEST + ".jpg"));
        worst
            .computeIfAbsent(entry.getKey(), way -> new EnumMap<>(TestPattern.Kind.class))
            .merge(pattern.kind(), left(pattern, rendition), Math::max);
      }
    }
  }

  private static double left(TestPattern pattern, BufferedImage rendition) {
    Luma luma = Luma.of(rendition);
    return luma.deviation((x, y) -> pattern.isTooFine(luma.size(), x, y));
  }
}
