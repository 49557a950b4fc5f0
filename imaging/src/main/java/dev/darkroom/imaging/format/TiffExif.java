package dev.darkroom.imaging.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The Exif block of a TIFF: the file itself, whose directories are those of Exif. */
final class TiffExif {
  private static final int HEADER_BYTES = 8;
  private static final int BLOCK_BYTES = 26;

  private TiffExif() {}

  /**
   * The block. Readers of Exif know no BigTIFF; of that they get the orientation.
   *
   * @param first the directory of the page that is used
   */
  static byte[] block(byte[] file, TiffHeader header, TiffDirectory first) throws IOException {
    return header.big() ? orientationOnly(first.value(TiffTag.ORIENTATION, 1)) : file;
  }

  private static byte[] orientationOnly(long orientation) {
    return ByteBuffer.allocate(BLOCK_BYTES)
        .order(ByteOrder.BIG_ENDIAN)
        .put(new byte[] {'M', 'M', 0, 42})
        .putInt(HEADER_BYTES)
        .putShort((short) 1)
        .putShort((short) TiffTag.ORIENTATION)
        .putShort((short) TiffField.SHORT)
        .putInt(1)
        .putShort((short) orientation)
        .array();
  }
}
