package dev.darkroom.imaging.format;

import dev.darkroom.imaging.PixelSize;
import java.util.Optional;

/**
 * A file taken apart without decoding it.
 *
 * @param canvas the size of the whole picture as stored, before it is turned upright
 * @param frame where the first frame lies on the canvas
 * @param frames how many frames or pages the file says to hold, 1 or more
 * @param coded the pixels of the first frame
 * @param metadata what the file says of its pixels
 * @param extent whether all of the file is there
 */
public record Contents(
    PixelSize canvas,
    FramePlace frame,
    int frames,
    CodedPicture coded,
    Metadata metadata,
    Extent extent) {

  /** The contents of a file with a single picture that fills its canvas. */
  static Contents single(PixelSize size, CodedPicture coded, Metadata metadata, Extent extent) {
    return new Contents(size, FramePlace.filling(size), 1, coded, metadata, extent);
  }

  /**
   * Blocks that are no pixels, as they stand in the file.
   *
   * @param icc a profile, which may be broken
   * @param exif an Exif block from its TIFF header on, which may be broken
   */
  public record Metadata(Optional<byte[]> icc, Optional<byte[]> exif) {
    static final Metadata NONE = new Metadata(Optional.empty(), Optional.empty());
  }
}
