package dev.darkroom.bench.photos;

import dev.darkroom.imaging.PixelSize;
import java.nio.file.Path;

/**
 * A picture that the ways are measured on.
 *
 * @param format of the file
 * @param name unique among the photos of its format
 * @param file where it is
 * @param size as stored
 * @param origin where it comes from, with licence and author where known
 */
public record Photo(SourceFormat format, String name, Path file, PixelSize size, String origin) {

  public double megapixels() {
    return size.pixels() / 1e6;
  }
}
