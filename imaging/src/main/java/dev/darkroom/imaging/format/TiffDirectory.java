package dev.darkroom.imaging.format;

import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.stream.ImageInputStream;

/**
 * A directory of a TIFF: the fields that describe one of its pictures.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0, section
 *     2</a>
 */
final class TiffDirectory {
  private final ImageInputStream in;
  private final Map<Integer, TiffField> fields = new TreeMap<>();
  private final long next;

  private TiffDirectory(ImageInputStream in, TiffHeader header, long at) throws IOException {
    this.in = in;
    in.seek(at);
    long count = header.big() ? in.readLong() : in.readUnsignedShort();
    if (count < 1 || count > 0xFFFF) {
      throw UnreadableImage.damaged("its directory is overwritten");
    }
    for (int i = 0; i < count; i++) {
      TiffField field = field(header);
      fields.putIfAbsent(field.tag(), field);
    }
    next = header.offset(in);
  }

  /**
   * Reads a directory.
   *
   * @throws java.io.EOFException when the file ends within it
   */
  static TiffDirectory read(ImageInputStream in, TiffHeader header, long at) throws IOException {
    return new TiffDirectory(in, header, at);
  }

  private TiffField field(TiffHeader header) throws IOException {
    int tag = in.readUnsignedShort();
    int type = in.readUnsignedShort();
    long count = header.offset(in);
    long valueAt = in.getStreamPosition();
    long pointer = header.offset(in);
    TiffField inPlace = new TiffField(tag, type, count, valueAt);
    return inPlace.bytes() <= header.offsetBytes()
        ? inPlace
        : new TiffField(tag, type, count, pointer);
  }

  /** Where the next directory is; 0 when this is the last. */
  long next() {
    return next;
  }

  Collection<TiffField> fields() {
    return fields.values();
  }

  Optional<TiffField> field(int tag) {
    return Optional.ofNullable(fields.get(tag));
  }

  boolean has(int tag) {
    return fields.containsKey(tag);
  }

  /** The first value of a field. */
  long value(int tag, long otherwise) throws IOException {
    TiffField field = fields.get(tag);
    return field == null ? otherwise : field.first(in);
  }

  /**
   * The first values of a field; none when there is no such field.
   *
   * @param most how many at most
   */
  long[] values(int tag, int most) throws IOException {
    TiffField field = fields.get(tag);
    return field == null ? new long[0] : field.first(in, most);
  }

  /** Whether this is a smaller version of another picture in the file. */
  boolean isReduced() throws IOException {
    return (value(TiffTag.NEW_SUBFILE_TYPE, 0) & 1) != 0;
  }
}
