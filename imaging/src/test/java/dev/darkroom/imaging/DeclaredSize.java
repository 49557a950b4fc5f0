package dev.darkroom.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Overwrites the size that a file declares, and nothing else. */
public final class DeclaredSize {
  private DeclaredSize() {}

  public static byte[] of(ImageFormat format, int width, int height) {
    byte[] file = Pictures.file(format, Pictures.scenery(2, 2));
    ByteBuffer bytes = ByteBuffer.wrap(file);
    switch (format) {
      case JPEG -> {
        int frame = jpegFrame(file);
        bytes.putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
      }
      case PNG -> bytes.putInt(16, width).putInt(20, height);
      case GIF -> {
        int frame = gifFrame(file);
        bytes
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort(frame + 5, (short) width)
            .putShort(frame + 7, (short) height);
      }
      case TIFF -> {
        bytes.order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        setTiffField(bytes, 256, width);
        setTiffField(bytes, 257, height);
      }
      case WEBP -> {
        return Splice.extendedWebp(file, width, height);
      }
      case BMP -> bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(18, width).putInt(22, height);
    }
    return file;
  }

  /** Where the marker of the frame header stands. */
  public static int jpegFrame(byte[] jpeg) {
    ByteBuffer bytes = ByteBuffer.wrap(jpeg);
    int at = 2;
    while (bytes.getShort(at) != (short) 0xFFC0) {
      at += 2 + Short.toUnsignedInt(bytes.getShort(at + 2));
    }
    return at;
  }

  private static void setTiffField(ByteBuffer tiff, int tag, int value) {
    int at = tiff.getInt(4) + 2;
    while (Short.toUnsignedInt(tiff.getShort(at)) != tag) {
      at += 12;
    }
    tiff.putShort(at + 2, (short) 4).putInt(at + 8, value);
  }

  private static int gifFrame(byte[] gif) {
    int at = 13 + (3 << ((gif[10] & 7) + 1));
    while (gif[at] == 0x21) {
      at += 2;
      while (gif[at] != 0) {
        at += 1 + (gif[at] & 0xFF);
      }
      at++;
    }
    return at;
  }
}
