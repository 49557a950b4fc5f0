package dev.darkroom.steps;

import java.util.Locale;

/** A number of bytes as people write it. */
final class FileSize {
  private static final int KILO = 1000;

  private FileSize() {}

  /** In bytes, kB or MB with one decimal: {@code 25.0 MB}. */
  static String of(long bytes) {
    if (bytes < KILO) {
      return bytes + " bytes";
    }
    return bytes < KILO * KILO
        ? String.format(Locale.ROOT, "%.1f kB", bytes / (double) KILO)
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
  }
}
