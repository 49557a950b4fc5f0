package dev.darkroom.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Puts hand-made segments and chunks into files. */
final class Splice {
  private static final int AFTER_JPEG_START = 2;
  private static final int AFTER_PNG_HEADER = 33;

  private Splice() {}

  /** An Exif block that holds the orientation and nothing else. */
  static byte[] tiffWithOrientation(int value) {
    return ByteBuffer.allocate(26)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {'I', 'I', 42, 0})
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) value)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  /** The same file with an Exif orientation noted in it. */
  static byte[] oriented(ImageFormat format, byte[] file, int value) {
    byte[] tiff = tiffWithOrientation(value);
    return switch (format) {
      case JPEG -> jpegSegment(file, 0xE1, join(latin1("Exif\0\0"), tiff));
      case PNG -> insert(file, AFTER_PNG_HEADER, pngChunk("eXIf", tiff));
      default -> throw new IllegalArgumentException(format + " holds no Exif");
    };
  }

  static byte[] jpegSegment(byte[] jpeg, int marker, byte[] content) {
    byte[] head =
        ByteBuffer.allocate(4)
            .putShort((short) (0xFF00 | marker))
            .putShort((short) (content.length + 2))
            .array();
    return insert(jpeg, AFTER_JPEG_START, join(head, content));
  }

  static byte[] pngChunk(String type, byte[] content) {
    byte[] typed = join(latin1(type), content);
    CRC32 checksum = new CRC32();
    checksum.update(typed);
    return ByteBuffer.allocate(typed.length + 8)
        .putInt(content.length)
        .put(typed)
        .putInt((int) checksum.getValue())
        .array();
  }

  static byte[] insert(byte[] file, int at, byte[] piece) {
    return ByteBuffer.allocate(file.length + piece.length)
        .put(file, 0, at)
        .put(piece)
        .put(file, at, file.length - at)
        .array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
