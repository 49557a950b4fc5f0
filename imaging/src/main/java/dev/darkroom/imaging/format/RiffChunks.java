package dev.darkroom.imaging.format;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Goes from chunk to chunk of a RIFF file, such as a WebP.
 *
 * @see <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP container</a>
 */
final class RiffChunks {
  static final int CHUNK_HEADER = 8;
  static final int FILE_HEADER = 12;
  static final int EXTENDED = fourCc("VP8X");
  static final int LOSSY = fourCc("VP8 ");
  static final int LOSSLESS = fourCc("VP8L");
  static final int OPACITY = fourCc("ALPH");
  static final int FRAME = fourCc("ANMF");
  static final int PROFILE = fourCc("ICCP");
  static final int EXIF = fourCc("EXIF");

  private final ImageInputStream in;
  private final long end;
  private long next;

  /**
   * A chunk.
   *
   * @param type its four letters
   * @param start of its data, which the stream is before
   * @param length of its data
   */
  record Chunk(int type, long start, long length) {
    long end() {
      return start + length;
    }

    boolean isPicture() {
      return type == LOSSY || type == LOSSLESS;
    }
  }

  /** The chunks of a file. */
  static RiffChunks ofFile(ImageInputStream in) throws IOException {
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(4);
    long length = in.readUnsignedInt();
    return new RiffChunks(in, FILE_HEADER, CHUNK_HEADER + length);
  }

  /** The chunks from one place to another. */
  RiffChunks(ImageInputStream in, long start, long end) {
    this.in = in;
    this.next = start;
    this.end = end;
  }

  boolean hasNext() {
    return next + CHUNK_HEADER <= end;
  }

  Chunk next() throws IOException {
    in.seek(next);
    int type = in.readInt();
    long length = in.readUnsignedInt();
    Chunk chunk = new Chunk(type, next + CHUNK_HEADER, length);
    next = chunk.end() + (length & 1);
    return chunk;
  }

  private static int fourCc(String letters) {
    return letters.charAt(0)
        | (letters.charAt(1) << 8)
        | (letters.charAt(2) << 16)
        | (letters.charAt(3) << 24);
  }
}
