package dev.darkroom.imaging.format;

import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * The first bytes of a TIFF.
 *
 * @param order of the bytes of numbers
 * @param big whether offsets have 8 bytes: BigTIFF
 * @param first where the first directory is
 */
record TiffHeader(ByteOrder order, boolean big, long first) {
  private static final int BIG = 43;

  /** Reads the header, and leaves the stream in the byte order of the file. */
  static TiffHeader read(ImageInputStream in) throws IOException {
    in.seek(0);
    ByteOrder order = in.readUnsignedByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    in.setByteOrder(order);
    in.seek(2);
    boolean big = in.readUnsignedShort() == BIG;
    if (big && in.readInt() != (order == ByteOrder.LITTLE_ENDIAN ? 8 : 8 << 16)) {
      throw UnreadableImage.damaged("its header is overwritten");
    }
    long first = big ? in.readLong() : in.readUnsignedInt();
    if (first < 8) {
      throw UnreadableImage.damaged("it holds no picture");
    }
    return new TiffHeader(order, big, first);
  }

  int offsetBytes() {
    return big ? 8 : 4;
  }

  int fieldBytes() {
    return big ? 20 : 12;
  }

  /** Reads an offset, or a count, which has its length. */
  long offset(ImageInputStream in) throws IOException {
    return big ? in.readLong() : in.readUnsignedInt();
  }
}
