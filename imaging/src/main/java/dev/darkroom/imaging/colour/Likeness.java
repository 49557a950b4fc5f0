package dev.darkroom.imaging.colour;

import java.util.Random;

/** How near conversions are to each other. */
final class Likeness {
  /** The most levels by which an sRGB profile of some other make differs. */
  private static final int MOST_LEVELS = 2;

  /** Divides 255. */
  private static final int GRID_STEP = 15;

  private static final int SAMPLES = 4096;

  private Likeness() {}

  /** Whether a conversion of RGB, or of grey, changes next to nothing. */
  static boolean isSrgb(ByteConversion conversion) {
    return conversion.components() == 1 ? isSrgbGrey(conversion) : isSrgbColour(conversion);
  }

  /** The mean difference of two conversions, in levels. */
  static double meanDifference(ByteConversion one, ByteConversion other) {
    byte[] stored = new byte[SAMPLES * one.components()];
    new Random(1).nextBytes(stored);
    byte[] first = new byte[SAMPLES * 3];
    byte[] second = new byte[SAMPLES * 3];
    one.convert(stored, first, SAMPLES);
    other.convert(stored, second, SAMPLES);
    long sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.abs((first[i] & 0xFF) - (second[i] & 0xFF));
    }
    return (double) sum / first.length;
  }

  private static boolean isSrgbGrey(ByteConversion conversion) {
    byte[] levels = new byte[256];
    byte[] same = new byte[256 * 3];
    for (int level = 0; level < 256; level++) {
      levels[level] = (byte) level;
      same[level * 3] = same[level * 3 + 1] = same[level * 3 + 2] = (byte) level;
    }
    return changesLittle(conversion, levels, same);
  }

  private static boolean isSrgbColour(ByteConversion conversion) {
    int edge = 255 / GRID_STEP + 1;
    byte[] grid = new byte[edge * edge * edge * 3];
    for (int i = 0; i < grid.length; i += 3) {
      int place = i / 3;
      grid[i] = (byte) (place / (edge * edge) * GRID_STEP);
      grid[i + 1] = (byte) (place / edge % edge * GRID_STEP);
      grid[i + 2] = (byte) (place % edge * GRID_STEP);
    }
    return changesLittle(conversion, grid, grid);
  }

  private static boolean changesLittle(ByteConversion conversion, byte[] stored, byte[] same) {
    byte[] srgb = new byte[same.length];
    conversion.convert(stored, srgb, same.length / 3);
    for (int i = 0; i < same.length; i++) {
      if (Math.abs((srgb[i] & 0xFF) - (same[i] & 0xFF)) > MOST_LEVELS) {
        return false;
      }
    }
    return true;
  }
}
