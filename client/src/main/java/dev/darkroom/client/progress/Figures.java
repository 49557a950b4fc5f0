package dev.darkroom.client.progress;

import java.util.Locale;

/** Names and sizes as they are shown. */
public final class Figures {
  private static final int STEP = 1000;

  private Figures() {}

  /** Bytes with three or so figures: {@code 717 kB}, {@code 24.1 MB}. */
  static String bytes(long bytes) {
    if (bytes < STEP) {
      return bytes + " B";
    }
    double size = bytes / (double) STEP;
    if (size < STEP) {
      return String.format(Locale.ROOT, "%.0f kB", size);
    }
    size /= STEP;
    return size < STEP
        ? String.format(Locale.ROOT, "%.1f MB", size)
        : String.format(Locale.ROOT, "%.2f GB", size / STEP);
  }

  /** A text that cannot move the cursor, whatever a file is called. */
  public static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /** A text of exactly so many characters; one that is too long loses its middle. */
  static String fit(String text, int width) {
    int length = text.codePointCount(0, text.length());
    if (length <= width) {
      return text + " ".repeat(width - length);
    }
    int head = (width - 1) / 2;
    int tail = width - 1 - head;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + "…"
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }
}
