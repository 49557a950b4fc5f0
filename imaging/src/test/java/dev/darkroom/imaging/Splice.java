package dev.darkroom.imaging;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Puts hand-made segments and chunks into files. */
public final class Splice {
  private static final int AFTER_JPEG_START = 2;
  private static final int AFTER_PNG_HEADER = 33;

  private Splice() {}

  /** An Exif block that holds the orientation and nothing else. */
  public static byte[] tiffWithOrientation(int value) {
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

  /** An Exif segment with an orientation and a position north of the equator. */
  public static byte[] exifWithPosition() {
    ByteBuffer tiff =
        ByteBuffer.allocate(56)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {'I', 'I', 42, 0})
            .putInt(8)
            .putShort((short) 2);
    entry(tiff, 0x0112, 3, 1, 1);
    entry(tiff, 0x8825, 4, 1, 38);
    tiff.putInt(0).putShort((short) 1);
    entry(tiff, 0x0001, 2, 2, 'N');
    return join(latin1("Exif\0\0"), tiff.putInt(0).array());
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** The same JPEG, said to be in linear light with the primaries of sRGB. */
  public static byte[] withLinearProfile(byte[] jpeg) {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    // ImageIO reads a profile only from a file that begins as JFIF prescribes.
    int afterJfif = 2 + 2 + 16;
    byte[] segment = jpegSegment(new byte[2], 0xE2, join(latin1("ICC_PROFILE\0\1\1"), profile));
    return insert(jpeg, afterJfif, Arrays.copyOfRange(segment, 2, segment.length));
  }

  /** The same file with an Exif orientation noted in it. */
  public static byte[] oriented(ImageFormat format, byte[] file, int value) {
    byte[] tiff = tiffWithOrientation(value);
    return switch (format) {
      case JPEG -> jpegSegment(file, 0xE1, join(latin1("Exif\0\0"), tiff));
      case PNG -> insert(file, AFTER_PNG_HEADER, pngChunk("eXIf", tiff));
      case TIFF ->
          tiffField(
              file,
              0x0112,
              3,
              1,
              file[0] == 'I'
                  ? new byte[] {(byte) value, 0, 0, 0}
                  : new byte[] {0, (byte) value, 0, 0});
      case WEBP -> {
        BufferedImage picture = Decoded.of(file).pixels();
        yield extendedWebp(file, picture.getWidth(), picture.getHeight(), riffChunk("EXIF", tiff));
      }
      default -> throw new IllegalArgumentException(format + " holds no Exif");
    };
  }

  public static byte[] jpegSegment(byte[] jpeg, int marker, byte[] content) {
    byte[] head =
        ByteBuffer.allocate(4)
            .putShort((short) (0xFF00 | marker))
            .putShort((short) (content.length + 2))
            .array();
    return insert(jpeg, AFTER_JPEG_START, join(head, content));
  }

  public static byte[] pngChunk(String type, byte[] content) {
    byte[] typed = join(latin1(type), content);
    CRC32 checksum = new CRC32();
    checksum.update(typed);
    return ByteBuffer.allocate(typed.length + 8)
        .putInt(content.length)
        .put(typed)
        .putInt((int) checksum.getValue())
        .array();
  }

  /** A RIFF file of the type WebP. */
  public static byte[] riff(byte[]... chunks) {
    byte[] content = join(chunks);
    byte[] head =
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(latin1("RIFF"))
            .putInt(4 + content.length)
            .put(latin1("WEBP"))
            .array();
    return join(head, content);
  }

  public static byte[] riffChunk(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length + (content.length & 1))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(latin1(type))
        .putInt(content.length)
        .put(content)
        .array();
  }

  /** The same WebP of one picture, with chunks behind the picture. */
  public static byte[] extendedWebp(byte[] webp, int width, int height, byte[]... chunks) {
    return riff(
        riffChunk("VP8X", LosslessWebp.extended(0, width, height)),
        Arrays.copyOfRange(webp, 12, webp.length),
        join(chunks));
  }

  /** The same TIFF with a field more, or another, in its first directory. */
  public static byte[] tiffField(byte[] tiff, int tag, int type, int count, byte[] value) {
    ByteBuffer file = ByteBuffer.wrap(tiff);
    file.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = file.getInt(4);
    int fields = file.getShort(directory);
    int at = directory + 2;
    while (at < directory + 2 + 12 * fields && Short.toUnsignedInt(file.getShort(at)) < tag) {
      at += 12;
    }
    int end = directory + 2 + 12 * fields + 4;
    boolean replaced = Short.toUnsignedInt(file.getShort(at)) == tag;
    int rest = replaced ? at + 12 : at;
    int number = replaced ? fields : fields + 1;
    // The directory moves to the end of the file, and a long value behind it.
    ByteBuffer field = ByteBuffer.allocate(12).order(file.order());
    field.putShort((short) tag).putShort((short) type).putInt(count);
    int moved = tiff.length + (tiff.length & 1);
    int valueAt = moved + 2 + 12 * number + 4;
    byte[] tail = value.length > 4 ? value : new byte[0];
    if (value.length > 4) {
      field.putInt(valueAt);
    } else {
      field.put(value);
    }
    byte[] head = tiff.clone();
    ByteBuffer.wrap(head).order(file.order()).putInt(4, moved);
    return join(
        head,
        new byte[tiff.length & 1],
        ByteBuffer.allocate(2).order(file.order()).putShort((short) number).array(),
        Arrays.copyOfRange(tiff, directory + 2, at),
        field.array(),
        Arrays.copyOfRange(tiff, rest, end),
        tail);
  }

  public static byte[] insert(byte[] file, int at, byte[] piece) {
    return ByteBuffer.allocate(file.length + piece.length)
        .put(file, 0, at)
        .put(piece)
        .put(file, at, file.length - at)
        .array();
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  public static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
