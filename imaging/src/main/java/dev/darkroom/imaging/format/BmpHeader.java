package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/**
 * The headers of a BMP.
 *
 * @param headerBytes the length of the second header, which tells its version
 * @param size of the picture
 * @param bitsPerPixel 1, 4, 8, 16, 24 or 32
 * @param compression 0 for none, or one of the constants here
 * @param pixels where the rows begin
 * @see <a href="https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapv5header">
 *     BITMAPV5HEADER</a>
 */
record BmpHeader(int headerBytes, PixelSize size, int bitsPerPixel, int compression, long pixels) {
  static final int RLE8 = 1;
  static final int RLE4 = 2;
  private static final int BIT_FIELDS = 3;
  private static final int FILE_HEADER = 14;
  private static final int OS2 = 12;
  private static final int V4 = 108;
  private static final int V5 = 124;
  private static final Set<Integer> WINDOWS = Set.of(40, 52, 56, V4, V5);
  private static final Set<Integer> LATER_OS2 = Set.of(16, 64);
  private static final Set<Integer> BITS = Set.of(1, 4, 8, 16, 24, 32);
  private static final int LENGTH_AT = 2;
  private static final int COLOURS_AT = FILE_HEADER + 32;
  private static final int COLOUR_SPACE_AT = FILE_HEADER + 56;
  private static final int PROFILE_AT = FILE_HEADER + 112;
  private static final int SRGB = 0x73524742;
  private static final int EMBEDDED = 0x4D424544;

  static boolean isKnownSize(byte[] head) {
    if (head.length < FILE_HEADER + 4) {
      return false;
    }
    int size = littleEndian(head).getInt(FILE_HEADER);
    return size == OS2 || WINDOWS.contains(size) || LATER_OS2.contains(size);
  }

  static BmpHeader read(ImageInputStream in, DecodeLimits limits) throws IOException {
    byte[] start = new byte[FILE_HEADER + OS2];
    in.seek(0);
    in.readFully(start);
    ByteBuffer header = littleEndian(start);
    int headerBytes = header.getInt(FILE_HEADER);
    long pixels = Integer.toUnsignedLong(header.getInt(10));
    if (LATER_OS2.contains(headerBytes)) {
      throw UnreadableImage.unsupported("a BMP of OS/2 version 2");
    }
    if (headerBytes == OS2) {
      int width = Short.toUnsignedInt(header.getShort(18));
      int height = Short.toUnsignedInt(header.getShort(20));
      limits.check(width, height);
      int bits = checkedBits(header.getShort(24));
      return new BmpHeader(OS2, new PixelSize(width, height), bits, 0, pixels);
    }
    byte[] all = Arrays.copyOf(start, FILE_HEADER + 40);
    in.readFully(all, start.length, all.length - start.length);
    return windows(littleEndian(all), headerBytes, pixels, limits);
  }

  private static BmpHeader windows(
      ByteBuffer header, int headerBytes, long pixels, DecodeLimits limits) {
    long height = Math.abs((long) header.getInt(22));
    limits.check(header.getInt(18), height);
    int bits = checkedBits(header.getShort(28));
    int compression = header.getInt(30);
    if (compression < 0 || compression > BIT_FIELDS) {
      throw UnreadableImage.unsupported("a BMP with embedded JPEG, PNG or other coding");
    }
    long colours = Integer.toUnsignedLong(header.getInt(COLOURS_AT));
    if (bits <= 8 && colours > 1L << bits) {
      throw UnreadableImage.damaged("its palette has more colours than a pixel can name");
    }
    return new BmpHeader(
        headerBytes, new PixelSize(header.getInt(18), (int) height), bits, compression, pixels);
  }

  private static int checkedBits(int bits) {
    if (!BITS.contains(bits)) {
      throw UnreadableImage.unsupported("a BMP with " + bits + " bits per pixel");
    }
    return bits;
  }

  /** The embedded profile, or what of it is there. */
  Optional<byte[]> profile(byte[] file, DecodeLimits limits) {
    if (headerBytes != V5 || file.length < FILE_HEADER + V5) {
      return Optional.empty();
    }
    ByteBuffer header = littleEndian(file);
    if (header.getInt(COLOUR_SPACE_AT) != EMBEDDED) {
      return Optional.empty();
    }
    long start = FILE_HEADER + Integer.toUnsignedLong(header.getInt(PROFILE_AT));
    long length = Integer.toUnsignedLong(header.getInt(PROFILE_AT + 4));
    limits.checkAncillary("a colour profile", length);
    return Optional.of(new Slices(file).take(start, start + length).join());
  }

  /**
   * The same file, said to be in sRGB when it is said to be in anything else, and as long as it is:
   * the decoder trusts the length in the header, which software often leaves at 0.
   */
  byte[] bare(byte[] file) {
    boolean profiled =
        headerBytes >= V4
            && file.length >= COLOUR_SPACE_AT + 4
            && littleEndian(file).getInt(COLOUR_SPACE_AT) != SRGB;
    if (!profiled && littleEndian(file).getInt(LENGTH_AT) == file.length) {
      return file;
    }
    byte[] bare = file.clone();
    littleEndian(bare).putInt(LENGTH_AT, file.length);
    if (profiled) {
      littleEndian(bare).putInt(COLOUR_SPACE_AT, SRGB);
    }
    return bare;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
