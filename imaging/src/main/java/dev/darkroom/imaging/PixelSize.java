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
   * The size with a given long edge and the same aspect.
   *
   * <p>The long edge is exact; the short edge is rounded half up, and 1 at least. A size that is
   * small enough stays as it is.
   */
  public PixelSize within(int longEdge) {
    int longer = Math.max(width, height);
    if (longer <= longEdge) {
      return this;
    }
    return new PixelSize(scaled(width, longEdge, longer), scaled(height, longEdge, longer));
  }

  /**
   * A size near this one from which halvings lead to {@code target}.
   *
   * @param mayEnlarge whether to take the power of two above when the one below is not near
   */
  public PixelSize firstStep(PixelSize target, boolean mayEnlarge) {
    return new PixelSize(
        firstStep(width, target.width, mayEnlarge), firstStep(height, target.height, mayEnlarge));
  }

  /** Half of this size, but an edge that has come down to {@code target} stays there. */
  public PixelSize halvedTo(PixelSize target) {
    return new PixelSize(Math.max(target.width, width / 2), Math.max(target.height, height / 2));
  }

  private static int firstStep(int edge, int target, boolean mayEnlarge) {
    int step = target;
    while (2L * step <= edge) {
      step *= 2;
    }
    // A step of up to 4:3 folds the finest patterns to half their frequency at most.
    boolean far = 3L * edge > 4L * step;
    return mayEnlarge && far ? 2 * step : step;
  }

  private static int scaled(int edge, long longEdge, long longer) {
    return (int) Math.max(1, (2L * edge * longEdge + longer) / (2 * longer));
  }
}
