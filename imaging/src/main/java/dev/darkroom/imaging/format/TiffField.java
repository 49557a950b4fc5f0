package dev.darkroom.imaging.format;

import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * A field of a TIFF directory.
 *
 * @param tag see {@link TiffTag}
 * @param type 1–13, or 16–18 in BigTIFF
 * @param count how many values it says to have
 * @param at where in the file its values lie
 */
record TiffField(int tag, int type, long count, long at) {
  static final int BYTE = 1;
  static final int SHORT = 3;
  static final int LONG = 4;
  static final int RATIONAL = 5;
  static final int UNDEFINED = 7;
  static final int LONG8 = 16;

  /** The bytes of a value by its type; 0 for types that are not known. */
  private static final int[] VALUE_BYTES = {
    0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8
  };

  static int valueBytes(int type) {
    return type < VALUE_BYTES.length ? VALUE_BYTES[type] : 0;
  }

  /** How many bytes the values say to take; more than any file has when it does not fit a long. */
  long bytes() {
    int each = valueBytes(type);
    return each > 0 && count > Long.MAX_VALUE / each ? Long.MAX_VALUE : count * each;
  }

  /** Whether all values lie within a file. */
  boolean isWithin(long fileLength) {
    return at >= 0 && count >= 0 && bytes() <= fileLength && at <= fileLength - bytes();
  }

  /** The first value. */
  long first(ImageInputStream in) throws IOException {
    if (count < 1) {
      throw UnreadableImage.damaged("a field of its directory is empty");
    }
    in.seek(at);
    return value(in);
  }

  /**
   * The first values.
   *
   * @param most how many at most
   * @throws UnreadableImage when they do not lie within the file
   */
  long[] first(ImageInputStream in, int most) throws IOException {
    TiffField part = new TiffField(tag, type, Math.min(count, most), at);
    if (!part.isWithin(in.length())) {
      throw UnreadableImage.truncated();
    }
    long[] values = new long[(int) part.count];
    in.seek(at);
    for (int i = 0; i < values.length; i++) {
      values[i] = value(in);
    }
    return values;
  }

  private long value(ImageInputStream in) throws IOException {
    return switch (type) {
      case BYTE, UNDEFINED -> in.readUnsignedByte();
      case SHORT -> in.readUnsignedShort();
      case LONG, 13 -> in.readUnsignedInt();
      case LONG8, 18 -> in.readLong();
      default -> throw UnreadableImage.damaged("a field of its directory is of a wrong type");
    };
  }
}
