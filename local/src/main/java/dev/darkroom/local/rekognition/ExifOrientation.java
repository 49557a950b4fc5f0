package dev.darkroom.local.rekognition;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a JPEG's pixels are to be turned, 1–8, from its Exif block; Rekognition turns them before it
 * looks, and its boxes fit the upright picture.
 *
 * @see <a href="https://docs.aws.amazon.com/rekognition/latest/dg/image-orientation.html">Getting
 *     image orientation and bounding box coordinates</a>
 */
record ExifOrientation(int value) {
  private static final ExifOrientation UPRIGHT = new ExifOrientation(1);
  private static final int START_OF_SCAN = 0xffda;
  private static final int APP1 = 0xffe1;
  private static final long EXIF = 0x457869660000L;
  private static final int ORIENTATION = 0x0112;

  /** Reads a JPEG file's orientation; upright when there is none, or none that can be read. */
  static ExifOrientation of(byte[] jpeg) {
    try {
      ByteBuffer file = ByteBuffer.wrap(jpeg).position(2);
      for (int marker = marker(file); marker != START_OF_SCAN; marker = marker(file)) {
        int length = Short.toUnsignedInt(file.getShort());
        int next = file.position() + length - 2;
        if (marker == APP1 && length > 8 && file.getLong(file.position()) >>> 16 == EXIF) {
          return ofTiff(file.slice(file.position() + 6, length - 8));
        }
        file.position(next);
      }
      return UPRIGHT;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // A broken block says nothing; whether the picture itself is broken, its decoder says.
      return UPRIGHT;
    }
  }

  boolean swapsSides() {
    return value >= 5;
  }

  /** Moves a picture of the given size, as stored, to where it stands upright. */
  AffineTransform upright(int width, int height) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static int marker(ByteBuffer file) {
    return Short.toUnsignedInt(file.getShort());
  }

  private static ExifOrientation ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int entry = 0; entry < entries; entry++) {
      int at = directory + 2 + 12 * entry;
      if (Short.toUnsignedInt(tiff.getShort(at)) == ORIENTATION) {
        int value = tiff.getShort(at + 8);
        return value >= 1 && value <= 8 ? new ExifOrientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
