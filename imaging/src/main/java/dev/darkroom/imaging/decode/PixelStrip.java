package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.Orientation;

/** Some rows of packed pixels on their way from a stored picture to an upright one. */
final class PixelStrip {
  private final int width;
  private final int rows;
  private final int stride;
  private final int[] pixels;

  PixelStrip(int width, int rows) {
    this.width = width;
    this.rows = rows;
    // 64 n + 16: the pixels of a column never share a line of the processor's cache, nor its place.
    stride = ((width + 63) & ~63) + 16;
    pixels = new int[stride * rows];
  }

  int rows() {
    return rows;
  }

  void fill(PixelRows source, int top, int count) {
    for (int row = 0; row < count; row++) {
      source.read(top + row, pixels, row * stride);
    }
  }

  boolean hasTransparency(int count) {
    int all = -1;
    for (int row = 0; row < count; row++) {
      for (int i = row * stride; i < row * stride + width; i++) {
        all &= pixels[i];
      }
    }
    return all >>> 24 != 255;
  }

  /**
   * Puts the columns from {@code first} to before {@code end} where they belong.
   *
   * @param start where the first of them goes
   */
  void place(
      int first, int end, int count, int[] target, int start, Orientation.Placement placement) {
    int stepX = placement.stepX();
    int stepY = placement.stepY();
    if (stepX == 1) {
      for (int row = 0; row < count; row++) {
        System.arraycopy(pixels, row * stride + first, target, start + row * stepY, end - first);
      }
      return;
    }
    // Down each column, so that the writes of a turned picture run along the rows of the target.
    for (int x = first; x < end; x++) {
      int at = start + (x - first) * stepX;
      for (int from = x, row = 0; row < count; row++, from += stride, at += stepY) {
        target[at] = pixels[from];
      }
    }
  }
}
