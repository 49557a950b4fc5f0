package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/** Counts the pages of a TIFF. Smaller versions of a page are none. */
final class TiffPages {
  private TiffPages() {}

  /**
   * Follows the directories to the last, or to where they make no sense any more: only the first is
   * used.
   *
   * @throws dev.darkroom.imaging.UnreadableImage when there are more directories than the limit
   */
  static int count(ImageInputStream in, TiffHeader header, TiffDirectory first, DecodeLimits limits)
      throws IOException {
    int pages = 1;
    Set<Long> seen = new HashSet<>(Set.of(header.first()));
    long at = first.next();
    try {
      while (at >= 8 && at < in.length() && seen.add(at)) {
        limits.checkFrames(seen.size());
        in.seek(at);
        long fields = header.big() ? in.readLong() : in.readUnsignedShort();
        if (fields < 1 || fields > 0xFFFF) {
          return pages;
        }
        long start = in.getStreamPosition();
        pages += isReduced(in, header) ? 0 : 1;
        in.seek(start + fields * header.fieldBytes());
        at = header.offset(in);
      }
    } catch (EOFException e) {
      return pages;
    }
    return pages;
  }

  /** Fields are in the order of their tags, and this tag is the lowest. */
  private static boolean isReduced(ImageInputStream in, TiffHeader header) throws IOException {
    int tag = in.readUnsignedShort();
    in.readUnsignedShort();
    header.offset(in);
    return tag == TiffTag.NEW_SUBFILE_TYPE && (in.readUnsignedInt() & 1) != 0;
  }
}
