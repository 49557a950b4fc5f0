package dev.darkroom.bench.imaging;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.likeness.FullPicture;
import dev.darkroom.bench.likeness.LanczosReference;
import dev.darkroom.bench.likeness.Luma;
import dev.darkroom.bench.likeness.Ssim;
import dev.darkroom.bench.photos.Photo;
import dev.darkroom.bench.photos.SourceFormat;
import dev.darkroom.bench.ways.CannotMake;
import dev.darkroom.bench.ways.DefaultSizes;
import dev.darkroom.bench.ways.Way;
import dev.darkroom.bench.ways.Worker;
import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What each way makes of each photo, held against the reference. */
final class Outputs {
  private record Cell(Way way, Photo photo, int longEdge) {}

  private final Map<Cell, Output> outputs = new HashMap<>();

  /** The rendition of a photo, or null when this way makes none. */
  Output of(Way way, Photo photo, int longEdge) {
    return outputs.get(new Cell(way, photo, longEdge));
  }

  /** Lets every way make a photo, and keeps what comes of it in the folder of the peers. */
  void make(Photo photo, Map<Way, Worker> workers, Folders folders) throws IOException {
    Map<Integer, Luma> references = references(photo, workers.get(Way.SHARP), folders);
    for (Map.Entry<Way, Worker> entry : workers.entrySet()) {
      Way way = entry.getKey();
      Path folder = folders.peers("renditions/" + way + "/" + photo.format() + "/" + photo.name());
      try {
        entry.getValue().save(photo.file(), folder);
      } catch (CannotMake e) {
        continue; // The table of times says so.
      }
      for (int longEdge : DefaultSizes.LONG_EDGES) {
        Path file = folder.resolve(longEdge + ".jpg");
        outputs.put(
            new Cell(way, photo, longEdge),
            new Output(Files.size(file), likeness(file, references.get(longEdge))));
      }
    }
  }

  private static double likeness(Path file, Luma reference) throws IOException {
    Luma luma = Luma.of(FullPicture.stored(file));
    return luma.size().equals(reference.size()) ? Ssim.mean(reference, luma) : Double.NaN;
  }

  private static Map<Integer, Luma> references(Photo photo, Worker sharp, Folders folders)
      throws IOException {
    BufferedImage picture = full(photo, sharp, folders);
    Map<Integer, Luma> references = new HashMap<>();
    for (int longEdge : DefaultSizes.LONG_EDGES) {
      PixelSize size = DefaultSizes.inside(PixelSize.of(picture), longEdge);
      references.put(longEdge, Luma.of(LanczosReference.reduce(picture, size)));
    }
    return references;
  }

  /** WebP is decoded by sharp where it is there: ImageIO's reader, if any, is Darkroom's. */
  private static BufferedImage full(Photo photo, Worker sharp, Folders folders) throws IOException {
    if (photo.format() != SourceFormat.WEBP || sharp == null) {
      return FullPicture.read(photo.file());
    }
    Path decoded = folders.peers("decoded").resolve(photo.name() + ".png");
    if (!Files.exists(decoded)) {
      sharp.convert(photo.file(), decoded, "png");
    }
    return FullPicture.stored(decoded);
  }
}
