package dev.darkroom.local.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The media type to announce for a file; the pipeline goes by the bytes, whatever it is. */
final class ContentTypes {
  private static final Map<String, String> BY_EXTENSION =
      Map.of(
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "png", "image/png",
          "gif", "image/gif",
          "bmp", "image/bmp",
          "tif", "image/tiff",
          "tiff", "image/tiff",
          "webp", "image/webp");

  private ContentTypes() {}

  static String of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return BY_EXTENSION.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "image/jpeg");
  }
}
