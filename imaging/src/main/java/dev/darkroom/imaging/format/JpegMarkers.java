package dev.darkroom.imaging.format;

import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Goes from marker to marker of a JPEG.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
 */
final class JpegMarkers {
  static final int END_OF_IMAGE = 0xD9;
  static final int START_OF_SCAN = 0xDA;
  static final int APP0 = 0xE0;
  static final int APP1 = 0xE1;
  static final int APP2 = 0xE2;
  static final int APP14 = 0xEE;
  private static final int LAST_APP = 0xEF;
  private static final int COMMENT = 0xFE;
  private static final int START_OF_IMAGE = 0xD8;

  /** Cameras leave padding between segments; more than this is not padding. */
  private static final int MOST_PADDING = 65_536;

  private final ImageInputStream in;

  /** Starts behind the start of the image. */
  JpegMarkers(ImageInputStream in) throws IOException {
    this.in = in;
    in.setByteOrder(ByteOrder.BIG_ENDIAN);
    in.seek(2);
  }

  /** The next marker, which the stream is then behind. */
  int next() throws IOException {
    int padding = 0;
    int previous = 0;
    while (true) {
      int next = in.readUnsignedByte();
      if (previous == 0xFF && next != 0xFF && next != 0) {
        return next;
      }
      previous = next;
      if (++padding > MOST_PADDING) {
        throw UnreadableImage.damaged("its header is overwritten");
      }
    }
  }

  /** What the segment of the last marker holds, without its length. */
  byte[] segment() throws IOException {
    int length = in.readUnsignedShort();
    if (length < 2) {
      throw UnreadableImage.damaged("its header is overwritten");
    }
    byte[] segment = new byte[length - 2];
    in.readFully(segment);
    return segment;
  }

  long position() throws IOException {
    return in.getStreamPosition();
  }

  void moveTo(long position) throws IOException {
    in.seek(position);
  }

  /** Whether no segment belongs to a marker. */
  static boolean standsAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= START_OF_IMAGE);
  }

  /** Whether a segment holds no part of the picture: of an application, or a comment. */
  static boolean isAncillary(int marker) {
    return (marker >= APP0 && marker <= LAST_APP) || marker == COMMENT;
  }
}
