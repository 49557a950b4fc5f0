package dev.darkroom.imaging.metadata;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import dev.darkroom.imaging.Orientation;

/** The orientation that an Exif block notes for the main picture. */
public final class ExifOrientation {
  private ExifOrientation() {}

  /**
   * Reads the block.
   *
   * @param tiff the block from its TIFF header on
   * @return {@link Orientation#NORMAL} when the block has none, or cannot be read
   */
  public static Orientation in(byte[] tiff) {
    Metadata metadata = new Metadata();
    try {
      new ExifReader().extract(new ByteArrayReader(tiff), metadata);
    } catch (RuntimeException e) {
      // A broken maker note is no reason to refuse a photo, and what was read before it counts.
      return noted(metadata);
    }
    return noted(metadata);
  }

  private static Orientation noted(Metadata metadata) {
    ExifIFD0Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer value = main == null ? null : main.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return value == null ? Orientation.NORMAL : Orientation.ofExif(value);
  }
}
