package dev.darkroom.imaging.format;

import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Goes from chunk to chunk of a PNG.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5DataRep">PNG, third edition, section 5</a>
 */
final class PngChunks {
  static final int HEADER = 0x49484452;
  static final int PALETTE = 0x504C5445;
  static final int TRANSPARENCY = 0x74524E53;
  static final int PICTURE_DATA = 0x49444154;
  static final int END = 0x49454E44;
  static final int PROFILE = 0x69434350;
  static final int EXIF = 0x65584966;
  static final int ANIMATION = 0x6163544C;
  static final int APPLE = 0x43674249;
  private static final int SIGNATURE_BYTES = 8;
  private static final int ANCILLARY = 0x20000000;

  private final ImageInputStream in;
  private long next = SIGNATURE_BYTES;

  /**
   * A chunk.
   *
   * @param type its four letters
   * @param length of its data, which the stream is before
   * @param start of the whole chunk
   * @param end of the whole chunk, behind its checksum
   */
  record Chunk(int type, int length, long start, long end) {
    boolean isAncillary() {
      return (type & ANCILLARY) != 0;
    }
  }

  PngChunks(ImageInputStream in) {
    this.in = in;
    in.setByteOrder(ByteOrder.BIG_ENDIAN);
  }

  Chunk next() throws IOException {
    long start = next;
    in.seek(start);
    int length = in.readInt();
    int type = in.readInt();
    if (length < 0) {
      throw UnreadableImage.damaged("its structure is overwritten");
    }
    next = start + 12L + length;
    return new Chunk(type, length, start, next);
  }

  /** The data of the last chunk, which the caller has found to be within a limit. */
  byte[] data(Chunk chunk) throws IOException {
    byte[] data = new byte[chunk.length];
    in.readFully(data);
    return data;
  }
}
