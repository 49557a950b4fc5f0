package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.UnreadableImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a TIFF of one directory that has the fields of the picture alone, behind the bytes of the
 * original. Strips and tiles stay where they are. A BigTIFF becomes a TIFF.
 */
final class BareTiff {
  private static final int FIELD_BYTES = 12;

  private final byte[] file;
  private final TiffHeader header;

  BareTiff(byte[] file, TiffHeader header) {
    this.file = file;
    this.header = header;
  }

  /**
   * Makes the file.
   *
   * @throws UnreadableImage when values are missing, or too long together
   */
  byte[] join(TiffDirectory directory, DecodeLimits limits) {
    List<TiffField> kept = new ArrayList<>();
    long bytes = 0;
    for (TiffField field : directory.fields()) {
      if (TiffTag.OF_THE_PICTURE.contains(field.tag())) {
        if (!field.isWithin(file.length)) {
          throw UnreadableImage.truncated();
        }
        bytes += field.bytes();
        limits.checkAncillary("tables", bytes);
        kept.add(field);
      }
    }
    // Offsets are to be even.
    int start = file.length + (file.length & 1);
    int valuesAt = start + 2 + kept.size() * FIELD_BYTES + 4;
    ByteBuffer bare =
        ByteBuffer.allocate(valuesAt + kept.stream().mapToInt(BareTiff::valueRoom).sum())
            .order(header.order())
            .put(file)
            .putShort(2, (short) 42)
            .putInt(4, start)
            .position(start)
            .putShort((short) kept.size());
    ByteBuffer values = bare.duplicate().order(header.order()).position(valuesAt);
    for (TiffField field : kept) {
      putField(bare, values, field);
    }
    return bare.array();
  }

  private void putField(ByteBuffer fields, ByteBuffer values, TiffField field) {
    ByteBuffer original = ByteBuffer.wrap(file).order(header.order()).position((int) field.at());
    boolean wide = field.type() == TiffField.LONG8;
    fields.putShort((short) field.tag());
    fields.putShort((short) (wide ? TiffField.LONG : field.type()));
    fields.putInt((int) field.count());
    ByteBuffer target = fields;
    if (valueBytes(field) > 4) {
      fields.putInt(values.position());
      target = values;
    }
    int end = target.position() + Math.max(4, valueBytes(field) + (valueBytes(field) & 1));
    for (long i = 0; i < field.count() && wide; i++) {
      // No offset of a file in memory needs more.
      target.putInt((int) original.getLong());
    }
    if (!wide) {
      target.put(original.limit((int) (field.at() + field.bytes())));
    }
    target.position(end);
  }

  private static int valueRoom(TiffField field) {
    int bytes = valueBytes(field);
    return bytes > 4 ? bytes + (bytes & 1) : 0;
  }

  private static int valueBytes(TiffField field) {
    return (int) (field.type() == TiffField.LONG8 ? field.count() * 4 : field.bytes());
  }
}
