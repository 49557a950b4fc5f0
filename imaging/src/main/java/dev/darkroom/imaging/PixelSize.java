package dev.darkroom.imaging;

import java.awt.image.BufferedImage;

/** A width and a height in pixels, 1 or more each. */
public record PixelSize(int width, int height) {

  public static PixelSize of(BufferedImage picture) {
    return new PixelSize(picture.getWidth(), picture.getHeight());
  }

  public long pixels() {
    return (long) width * height;
  }

  /**
   * The largest size of the same aspect inside a box.
   *
   * <p>The edge that meets the box is exact; the other one is rounded half up, and 1 at least. A
   * size that is inside already stays as it is.
   */
  public PixelSize within(PixelSize box) {
    if (width <= box.width && height <= box.height) {
      return this;
    }
    return isWiderThan(box)
        ? new PixelSize(box.width, scaled(height, box.width, width))
        : new PixelSize(scaled(width, box.height, height), box.height);
  }

  /**
   * The smallest size of the same aspect that covers a box.
   *
   * <p>The edge that meets the box is exact; the other one is rounded half up. A size that covers
   * nothing more than the box, or not all of it, stays as it is.
   */
  public PixelSize covering(PixelSize box) {
    if (width <= box.width || height <= box.height) {
      return this;
    }
    return isWiderThan(box)
        ? new PixelSize(scaled(width, box.height, height), box.height)
        : new PixelSize(box.width, scaled(height, box.width, width));
  }

  /**
   * The size to which this one is cropped to have the aspect of a box.
   *
   * <p>It is that of the box when the box fits into this one. Else it is the largest of that aspect
   * that does: one edge is kept, the other one is rounded half up, and 1 at least.
   */
  public PixelSize croppedTo(PixelSize box) {
    if (width >= box.width && height >= box.height) {
      return box;
    }
    return isWiderThan(box)
        ? new PixelSize(scaled(box.width, height, box.height), height)
        : new PixelSize(width, scaled(box.height, width, box.width));
  }

  private boolean isWiderThan(PixelSize box) {
    return (long) width * box.height > (long) height * box.width;
  }

  /** The edge times numerator by denominator, rounded half up, and 1 at least. */
  private static int scaled(int edge, long numerator, long denominator) {
    return (int) Math.max(1, (2L * edge * numerator + denominator) / (2 * denominator));
  }
}
