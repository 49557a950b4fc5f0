package dev.darkroom.imaging;

/** A width and a height in pixels, 1 or more each. */
record PixelSize(int width, int height) {

  /**
   * The size with a given long edge and the same aspect.
   *
   * <p>The long edge is exact; the short edge is rounded half up, and 1 at least. A size that is
   * small enough stays as it is.
   */
  PixelSize within(int longEdge) {
    int longer = Math.max(width, height);
    if (longer <= longEdge) {
      return this;
    }
    return new PixelSize(scaled(width, longEdge, longer), scaled(height, longEdge, longer));
  }

  /** Half of this size, rounded up, but no edge shorter than that of {@code target}. */
  PixelSize halvedTowards(PixelSize target) {
    return new PixelSize(
        Math.max(target.width, (width + 1) / 2), Math.max(target.height, (height + 1) / 2));
  }

  /** Whether an edge is more than twice as long as that of {@code other}. */
  boolean isOverTwice(PixelSize other) {
    return width > 2L * other.width || height > 2L * other.height;
  }

  private static int scaled(int edge, long longEdge, long longer) {
    return (int) Math.max(1, (2L * edge * longEdge + longer) / (2 * longer));
  }
}
