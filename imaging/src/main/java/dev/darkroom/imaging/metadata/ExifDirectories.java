package dev.darkroom.imaging.metadata;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import java.util.Set;

/**
 * Collects three directories, each once: the main one, and the Exif and GPS ones to which it
 * points.
 *
 * <p>Maker notes, thumbnails, further pages and large values are passed over, so that neither time
 * nor memory depends on how a hostile block is knotted.
 */
final class ExifDirectories extends DirectoryTiffHandler {
  private static final int STANDARD_MARKER = 42;
  private static final int FORMAT_IFD = 13;
  private static final int MOST_VALUE_BYTES = 4096;

  /** The library asks for each offset in a list of them; a TIFF file has one for each strip. */
  private static final int MOST_QUESTIONS = 4_000_000;

  private boolean exifSeen;
  private boolean gpsSeen;
  private int questions;

  ExifDirectories(Metadata metadata) {
    super(metadata, null);
  }

  @Override
  public void setTiffMarker(int marker) throws TiffProcessingException {
    if (marker != STANDARD_MARKER) {
      throw new TiffProcessingException("No TIFF header: " + marker);
    }
    pushDirectory(ExifIFD0Directory.class);
  }

  @Override
  public boolean tryEnterSubIfd(int tag) {
    if (++questions > MOST_QUESTIONS) {
      throw new IllegalStateException("The block asks for endless reading.");
    }
    if (!(_currentDirectory instanceof ExifIFD0Directory)) {
      return false;
    }
    if (tag == ExifIFD0Directory.TAG_EXIF_SUB_IFD_OFFSET && !exifSeen) {
      exifSeen = true;
      pushDirectory(ExifSubIFDDirectory.class);
      return true;
    }
    if (tag == ExifIFD0Directory.TAG_GPS_INFO_OFFSET && !gpsSeen) {
      gpsSeen = true;
      pushDirectory(GpsDirectory.class);
      return true;
    }
    return false;
  }

  @Override
  public boolean hasFollowerIfd() {
    return false;
  }

  @Override
  public Long tryCustomProcessFormat(int tag, int format, long count) {
    return format == FORMAT_IFD ? Long.valueOf(4 * count) : null;
  }

  @Override
  public boolean customProcessTag(
      int offset, Set<Integer> seen, int start, RandomAccessReader reader, int tag, int byteCount) {
    return byteCount < 0 || byteCount > MOST_VALUE_BYTES;
  }

  @Override
  public void warn(String message) {}

  @Override
  public void error(String message) {}
}
