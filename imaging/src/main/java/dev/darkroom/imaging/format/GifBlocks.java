package dev.darkroom.imaging.format;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Goes from block to block of a GIF.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 */
final class GifBlocks {
  static final int EXTENSION = 0x21;
  static final int FRAME = 0x2C;
  private static final int SCREEN_AT = 6;

  private final ImageInputStream in;
  private final int screenWidth;
  private final int screenHeight;

  /** Reads the screen descriptor and moves behind the global colour table. */
  GifBlocks(ImageInputStream in) throws IOException {
    this.in = in;
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(SCREEN_AT);
    screenWidth = in.readUnsignedShort();
    screenHeight = in.readUnsignedShort();
    int flags = in.readUnsignedByte();
    skip(2L + colourTableBytes(flags));
  }

  int screenWidth() {
    return screenWidth;
  }

  int screenHeight() {
    return screenHeight;
  }

  long position() throws IOException {
    return in.getStreamPosition();
  }

  /** The byte that tells what kind of block follows. */
  int next() throws IOException {
    return in.readUnsignedByte();
  }

  /** Which extension follows its introducer. */
  int label() throws IOException {
    return in.readUnsignedByte();
  }

  /** Where a frame lies on the screen; its colour table and data follow. */
  FramePlace frame() throws IOException {
    int left = in.readUnsignedShort();
    int top = in.readUnsignedShort();
    return new FramePlace(left, top, in.readUnsignedShort(), in.readUnsignedShort());
  }

  /** Moves behind the colour table and the data of a frame. */
  void skipFrameData() throws IOException {
    int flags = in.readUnsignedByte();
    // One byte more: the code size.
    skip(colourTableBytes(flags) + 1L);
    skipSubBlocks();
  }

  /**
   * Moves behind sub-blocks and the empty one that ends them.
   *
   * @return how many bytes they hold
   */
  long skipSubBlocks() throws IOException {
    long total = 0;
    while (true) {
      int length = in.readUnsignedByte();
      if (length == 0) {
        return total;
      }
      total += length;
      skip(length);
    }
  }

  private void skip(long bytes) throws IOException {
    in.seek(in.getStreamPosition() + bytes);
  }

  private static int colourTableBytes(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }
}
