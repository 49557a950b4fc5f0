package dev.darkroom.bench.photos;

import dev.darkroom.bench.ways.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A picture that is made of a JPEG of the catalogue.
 *
 * @param name unique among the pictures of its format
 * @param source the name of the JPEG
 * @param kind what {@link Worker#convert} makes, or {@link #TURNED}
 * @param how a phrase for the table
 */
record MadePicture(SourceFormat format, String name, String source, String kind, String how) {
  private static final String TURNED = "turned";

  static final List<MadePicture> ALL =
      List.of(
          new MadePicture(
              SourceFormat.JPEG,
              "analogpattern-turned",
              "analogpattern",
              TURNED,
              "Exif orientation 6 put before the same data"),
          png("life"),
          png("sunset"),
          webp("RainDrops", "webp-lossless", "lossless WebP"),
          webp("life", "webp", "WebP, quality 80,"),
          webp("sunset", "webp", "WebP, quality 80,"),
          webp("Wine", "webp-lossless", "lossless WebP"));

  private static MadePicture png(String source) {
    return new MadePicture(SourceFormat.PNG, source, source, "png", "PNG");
  }

  private static MadePicture webp(String source, String kind, String how) {
    return new MadePicture(SourceFormat.WEBP, source, source, kind, how);
  }

  String fileName() {
    return switch (format) {
      case JPEG -> name + ".jpg";
      case PNG -> name + ".png";
      case WEBP -> name + ".webp";
    };
  }

  void write(Path from, Path to, Worker sharp) throws IOException {
    if (kind.equals(TURNED)) {
      Files.write(to, TurnedJpeg.of(Files.readAllBytes(from)));
    } else if (sharp == null) {
      throw new IOException("sharp, which makes it, is missing");
    } else {
      sharp.convert(from, to, kind);
    }
  }
}
