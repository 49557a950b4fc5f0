package dev.darkroom.imaging.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds Exif blocks: a main directory, and directories to which it points. */
final class TiffBuilder {
  static final int ASCII = 2;
  static final int SHORT = 3;
  static final int LONG = 4;
  static final int RATIONAL = 5;
  static final int UNDEFINED = 7;
  static final int FLOAT = 11;

  private static final int HEADER_BYTES = 8;

  private record Entry(int tag, int type, int count, byte[] value) {}

  private final ByteOrder order;
  private final List<Entry> main = new ArrayList<>();
  private final List<Entry> exif = new ArrayList<>();
  private final List<Entry> gps = new ArrayList<>();
  private List<Entry> current = main;

  TiffBuilder(ByteOrder order) {
    this.order = order;
  }

  TiffBuilder() {
    this(ByteOrder.BIG_ENDIAN);
  }

  TiffBuilder inExif() {
    current = exif;
    return this;
  }

  TiffBuilder inGps() {
    current = gps;
    return this;
  }

  TiffBuilder text(int tag, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
    return raw(tag, ASCII, bytes.length, bytes);
  }

  TiffBuilder shorts(int tag, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(order);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return raw(tag, SHORT, values.length, bytes.array());
  }

  TiffBuilder longs(int tag, int... values) {
    return raw(tag, LONG, values.length, ints(values));
  }

  /** Numerators and denominators in turn. */
  TiffBuilder rationals(int tag, int... values) {
    return raw(tag, RATIONAL, values.length / 2, ints(values));
  }

  TiffBuilder raw(int tag, int type, int count, byte[] value) {
    current.add(new Entry(tag, type, count, value));
    return this;
  }

  byte[] build() {
    int exifAt = HEADER_BYTES + size(main) + (exif.isEmpty() ? 0 : 12) + (gps.isEmpty() ? 0 : 12);
    int gpsAt = exifAt + (exif.isEmpty() ? 0 : size(exif));
    List<Entry> first = new ArrayList<>(main);
    if (!exif.isEmpty()) {
      first.add(new Entry(0x8769, LONG, 1, ints(exifAt)));
    }
    if (!gps.isEmpty()) {
      first.add(new Entry(0x8825, LONG, 1, ints(gpsAt)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ByteBuffer.allocate(HEADER_BYTES)
            .order(order)
            .put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII))
            .putShort((short) 42)
            .putInt(HEADER_BYTES)
            .array());
    out.writeBytes(directory(first, HEADER_BYTES));
    if (!exif.isEmpty()) {
      out.writeBytes(directory(exif, exifAt));
    }
    if (!gps.isEmpty()) {
      out.writeBytes(directory(gps, gpsAt));
    }
    return out.toByteArray();
  }

  private byte[] directory(List<Entry> entries, int at) {
    ByteBuffer bytes =
        ByteBuffer.allocate(size(entries)).order(order).putShort((short) entries.size());
    int valuesAt = at + 2 + 12 * entries.size() + 4;
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      bytes.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
      if (entry.value.length <= 4) {
        bytes.put(entry.value).position(bytes.position() + 4 - entry.value.length);
      } else {
        bytes.putInt(valuesAt + values.size());
        values.writeBytes(entry.value);
      }
    }
    return bytes.putInt(0).put(values.toByteArray()).array();
  }

  private static int size(List<Entry> entries) {
    int size = 2 + 4;
    for (Entry entry : entries) {
      size += 12 + (entry.value.length <= 4 ? 0 : entry.value.length);
    }
    return size;
  }

  private byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(order);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }
}
