package dev.darkroom.imaging.format;

import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads the size from the coded data of a WebP.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6386#section-9.1">RFC 6386, section 9.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649#section-3.4">RFC 9649, section 3.4</a>
 */
final class WebpFrameHeader {
  private static final int START_CODE = 0x2A019D;
  private static final int LOSSLESS_SIGNATURE = 0x2F;
  private static final int EDGE = 0x3FFF;

  private WebpFrameHeader() {}

  /**
   * Reads the size; 0 in an edge is possible.
   *
   * @param in little-endian, before the data of the chunk
   */
  static PixelSize size(ImageInputStream in, RiffChunks.Chunk chunk) throws IOException {
    in.seek(chunk.start());
    return chunk.type() == RiffChunks.LOSSY ? lossy(in) : lossless(in);
  }

  private static PixelSize lossy(ImageInputStream in) throws IOException {
    int tag = in.readUnsignedByte();
    in.readUnsignedShort();
    int startCode = in.readUnsignedShort() | (in.readUnsignedByte() << 16);
    if ((tag & 1) != 0 || startCode != START_CODE) {
      throw UnreadableImage.damaged("its picture does not begin with a key frame");
    }
    int width = in.readUnsignedShort() & EDGE;
    return new PixelSize(width, in.readUnsignedShort() & EDGE);
  }

  private static PixelSize lossless(ImageInputStream in) throws IOException {
    if (in.readUnsignedByte() != LOSSLESS_SIGNATURE) {
      throw UnreadableImage.damaged("its picture has no header");
    }
    int bits = in.readInt();
    if (bits >>> 29 != 0) {
      throw UnreadableImage.unsupported("a WebP of a later version");
    }
    return new PixelSize((bits & EDGE) + 1, ((bits >> 14) & EDGE) + 1);
  }
}
