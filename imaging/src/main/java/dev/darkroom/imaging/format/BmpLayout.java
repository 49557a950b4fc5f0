package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/**
 * BMP: a file header, a header of one of several versions, a palette, and rows of pixels.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/gdi/bitmap-storage">Bitmap storage</a>
 */
public final class BmpLayout implements FileLayout {
  private static final Signature START = Signature.at(0, "BM");
  private static final int HEADER_SIZE = 14;
  private static final int HEADER_END = 34;
  private static final int OS2_HEADER = 12;
  private static final Set<Integer> WINDOWS_HEADERS = Set.of(40, 52, 56, 108, 124);
  private static final Set<Integer> LATER_OS2_HEADERS = Set.of(16, 64);
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int BIT_FIELDS = 3;

  @Override
  public boolean startsIn(byte[] head) {
    if (!START.isIn(head)) {
      return false;
    }
    // Two letters alone begin many a text; the header's size makes sure.
    if (head.length < HEADER_SIZE + 4) {
      return false;
    }
    int size = littleEndian(head).getInt(HEADER_SIZE);
    return size == OS2_HEADER || WINDOWS_HEADERS.contains(size) || LATER_OS2_HEADERS.contains(size);
  }

  @Override
  public Orientation readHead(ImageInputStream in, DecodeLimits limit) throws IOException {
    byte[] head = new byte[HEADER_END];
    in.seek(0);
    in.readFully(head, 0, HEADER_SIZE + OS2_HEADER);
    int size = littleEndian(head).getInt(HEADER_SIZE);
    if (LATER_OS2_HEADERS.contains(size)) {
      throw UnreadableImage.unsupported("a BMP of OS/2 version 2");
    }
    if (size != OS2_HEADER) {
      in.readFully(head, HEADER_SIZE + OS2_HEADER, HEADER_END - HEADER_SIZE - OS2_HEADER);
      ByteBuffer header = littleEndian(head);
      limit.check(header.getInt(18), Math.abs((long) header.getInt(22)));
      int compression = header.getInt(30);
      if (compression < 0 || compression > BIT_FIELDS) {
        throw UnreadableImage.unsupported("a BMP with embedded JPEG, PNG or other coding");
      }
    }
    return Orientation.NORMAL;
  }

  @Override
  public boolean isComplete(byte[] file) {
    if (file.length < HEADER_SIZE + OS2_HEADER) {
      return false;
    }
    ByteBuffer header = littleEndian(file);
    long pixels = Integer.toUnsignedLong(header.getInt(10));
    if (header.getInt(HEADER_SIZE) == OS2_HEADER) {
      return pixels
              + rowBytes(unsignedShort(header, 18), unsignedShort(header, 24))
                  * unsignedShort(header, 20)
          <= file.length;
    }
    if (file.length < HEADER_END) {
      return false;
    }
    int compression = header.getInt(30);
    if (compression == RLE8 || compression == RLE4) {
      return runsEnd(file, pixels, compression);
    }
    long rows = Math.abs((long) header.getInt(22));
    return pixels + rowBytes(header.getInt(18), unsignedShort(header, 28)) * rows <= file.length;
  }

  private static int unsignedShort(ByteBuffer header, int at) {
    return Short.toUnsignedInt(header.getShort(at));
  }

  private static long rowBytes(long width, int bitsPerPixel) {
    return (width * bitsPerPixel + 31) / 32 * 4;
  }

  /** Follows run-length codes to the end-of-bitmap code. */
  private static boolean runsEnd(byte[] file, long start, int compression) {
    long at = start;
    while (at + 2 <= file.length) {
      int count = file[(int) at];
      int code = file[(int) at + 1] & 0xFF;
      at += 2;
      if (count != 0) {
        continue;
      }
      if (code == 1) {
        return true;
      } else if (code == 2) {
        at += 2;
      } else if (code > 2) {
        int bytes = compression == RLE8 ? code : (code + 1) / 2;
        at += bytes + (bytes & 1);
      }
    }
    return false;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
