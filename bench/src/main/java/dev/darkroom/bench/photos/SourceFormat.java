package dev.darkroom.bench.photos;

import java.util.Locale;

/** The formats of which there is a table each. */
public enum SourceFormat {
  JPEG,
  PNG,
  WEBP;

  /** How the tables call it. */
  public String title() {
    return this == WEBP ? "WebP" : name();
  }

  /** The format that a file's extension names, or null. The benchmark's own files say the truth. */
  static SourceFormat ofName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
      return JPEG;
    }
    if (name.endsWith(".png")) {
      return PNG;
    }
    return name.endsWith(".webp") ? WEBP : null;
  }
}
