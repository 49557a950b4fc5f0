package dev.darkroom.imaging.metadata;

import dev.darkroom.imaging.Orientation;

/** What an Exif block says of a photo. */
public record ExifBlock(Orientation orientation, CaptureFacts capture) {
  /** Of a file without one. */
  public static final ExifBlock NONE = new ExifBlock(Orientation.NORMAL, CaptureFacts.NONE);

  /**
   * Reads a block.
   *
   * @param tiff from its TIFF header on; what is broken in it is left out
   */
  public static ExifBlock read(byte[] tiff) {
    return new ExifBlock(ExifOrientation.in(tiff), CaptureFacts.NONE);
  }
}
