package dev.darkroom.imaging.metadata;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import dev.darkroom.imaging.Orientation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What is kept of an Exif block.
 *
 * @param orientation of the main picture; {@link Orientation#NORMAL} when the block does not tell
 * @param capture how the main picture was taken, as far as the block tells
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf">Exif 2.3</a>
 */
public record ExifBlock(Orientation orientation, CaptureFacts capture) {

  /** Of a file that has no Exif block. */
  public static final ExifBlock NONE = new ExifBlock(Orientation.NORMAL, CaptureFacts.NONE);

  private static final byte[] PREAMBLE = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  /**
   * Reads a block.
   *
   * <p>It fails on no content: what is broken counts as not there, and what was read before it
   * still counts. It follows no link twice, and holds no value of more than a few kilobytes, so
   * that a whole TIFF file can be read as well.
   *
   * @param tiff from its TIFF header on, or from the preamble that JPEG files have before it
   */
  public static ExifBlock read(byte[] tiff) {
    Metadata metadata = new Metadata();
    int start = startsWithPreamble(tiff) ? PREAMBLE.length : 0;
    try {
      ByteArrayReader reader = new ByteArrayReader(tiff, start);
      new TiffReader().processTiff(reader, new ExifDirectories(metadata), 0);
    } catch (TiffProcessingException | IOException | RuntimeException e) {
      return noted(metadata);
    }
    return noted(metadata);
  }

  private static boolean startsWithPreamble(byte[] tiff) {
    return tiff.length > PREAMBLE.length
        && Arrays.equals(tiff, 0, PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length);
  }

  private static ExifBlock noted(Metadata metadata) {
    ExifValues main = values(metadata, ExifIFD0Directory.class);
    ExifValues exposure = values(metadata, ExifSubIFDDirectory.class);
    ExifValues place = values(metadata, GpsDirectory.class);
    CaptureFacts capture =
        new CaptureFacts(
            TakenAt.of(exposure),
            CameraName.of(
                main.text(ExifIFD0Directory.TAG_MAKE), main.text(ExifIFD0Directory.TAG_MODEL)),
            exposure.text(ExifSubIFDDirectory.TAG_LENS_MODEL),
            exposure.positive(ExifSubIFDDirectory.TAG_EXPOSURE_TIME),
            exposure.positive(ExifSubIFDDirectory.TAG_FNUMBER),
            Sensitivity.of(exposure),
            exposure.positive(ExifSubIFDDirectory.TAG_FOCAL_LENGTH),
            GpsPosition.of(place));
    Integer orientation = main.wholeNumber(ExifIFD0Directory.TAG_ORIENTATION);
    return new ExifBlock(
        orientation == null ? Orientation.NORMAL : Orientation.ofExif(orientation), capture);
  }

  private static ExifValues values(Metadata metadata, Class<? extends Directory> type) {
    return new ExifValues(metadata.getFirstDirectoryOfType(type));
  }
}
