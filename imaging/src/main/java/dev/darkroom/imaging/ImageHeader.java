package dev.darkroom.imaging;

/**
 * What a picture file says of itself before its pixels.
 *
 * @param format told from the content
 * @param width of the stored picture, in pixels, 1 or more
 * @param height of the stored picture, in pixels, 1 or more
 * @param orientation how the stored picture has to be turned
 */
public record ImageHeader(ImageFormat format, int width, int height, Orientation orientation) {

  /** The width that people see, in pixels. */
  public int uprightWidth() {
    return orientation.swapsSides() ? height : width;
  }

  /** The height that people see, in pixels. */
  public int uprightHeight() {
    return orientation.swapsSides() ? width : height;
  }
}
