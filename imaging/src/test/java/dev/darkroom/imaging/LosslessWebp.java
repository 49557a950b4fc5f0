package dev.darkroom.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes lossless WebP the simplest way: each level in eight bits, without any compression.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649#section-3">RFC 9649, section 3</a>
 */
public final class LosslessWebp {
  private static final int LEVELS = 256;
  private static final int LENGTH_CODES = 24;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int pending;
  private int filled;

  private LosslessWebp() {}

  public static byte[] file(BufferedImage picture) {
    return Splice.riff(Splice.riffChunk("VP8L", data(picture)));
  }

  /** The data of a VP8L chunk. */
  static byte[] data(BufferedImage picture) {
    LosslessWebp writer = new LosslessWebp();
    writer.put(0x2F, 8);
    writer.put(picture.getWidth() - 1, 14);
    writer.put(picture.getHeight() - 1, 14);
    writer.put(picture.getColorModel().hasAlpha() ? 1 : 0, 1);
    writer.put(0, 3);
    writer.putPixels(picture);
    return writer.bytes.toByteArray();
  }

  /** What follows the header in a VP8L chunk; the opacity of a lossy picture is stored so. */
  public static byte[] headless(BufferedImage picture) {
    byte[] data = data(picture);
    return Arrays.copyOfRange(data, 5, data.length);
  }

  private void putPixels(BufferedImage picture) {
    // No transform, no colour cache, one group of codes.
    put(0, 3);
    putLevelCode(LEVELS + LENGTH_CODES);
    putLevelCode(LEVELS);
    putLevelCode(LEVELS);
    putLevelCode(LEVELS);
    // Of distances there is one symbol, 0, which is not used.
    put(1, 1);
    put(0, 3);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int argb = picture.getRGB(x, y);
        putLevel(argb >> 8);
        putLevel(argb >> 16);
        putLevel(argb);
        putLevel(argb >> 24);
      }
    }
    put(0, 7);
  }

  /** A code of eight bits for each level, and none for further symbols. */
  private void putLevelCode(int symbols) {
    put(0, 1);
    // The lengths of code lengths, as far as that of 8: one bit each for the lengths 0 and 8.
    put(12 - 4, 4);
    int[] order = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8};
    for (int length : order) {
      put(length == 0 || length == 8 ? 1 : 0, 3);
    }
    put(0, 1);
    for (int symbol = 0; symbol < symbols; symbol++) {
      put(symbol < LEVELS ? 1 : 0, 1);
    }
  }

  /** Codes stand with their highest bit first, all else with the lowest. */
  private void putLevel(int level) {
    put(Integer.reverse(level & 0xFF) >>> 24, 8);
  }

  private void put(int value, int bits) {
    for (int i = 0; i < bits; i++) {
      pending |= ((value >> i) & 1) << filled;
      if (++filled == 8) {
        bytes.write(pending);
        pending = 0;
        filled = 0;
      }
    }
  }

  /** The content of a VP8X chunk. */
  public static byte[] extended(int flags, int width, int height) {
    return ByteBuffer.allocate(10)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(flags)
        .putShort((short) (width - 1))
        .put((byte) ((width - 1) >> 16))
        .putShort((short) (height - 1))
        .put((byte) ((height - 1) >> 16))
        .array();
  }
}
