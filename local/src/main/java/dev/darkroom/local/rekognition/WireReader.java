package dev.darkroom.local.rekognition;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the wire format of Protocol Buffers from a stream, field by field, without a schema.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class WireReader {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int LENGTH_DELIMITED = 2;
  static final int FIXED32 = 5;

  private final InputStream in;
  private long position;
  private int wireType;

  WireReader(InputStream in) {
    this.in = in;
  }

  /** Bytes read so far. */
  long position() {
    return position;
  }

  /** The number of the next field, or 0 at the end of the stream. */
  int nextField() throws IOException {
    int first = in.read();
    if (first < 0) {
      return 0;
    }
    position++;
    long tag = varint(first);
    wireType = (int) (tag & 7);
    return (int) (tag >>> 3);
  }

  /** Whether the field just met holds bytes: a string, a message or packed numbers. */
  boolean holdsBytes() {
    return wireType == LENGTH_DELIMITED;
  }

  /** The length in bytes of the field just met. */
  int length() throws IOException {
    if (!holdsBytes()) {
      throw new IOException("A field of wire type " + wireType + " has no length.");
    }
    long length = varint(read());
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new IOException("A field of " + length + " bytes is not read.");
    }
    return (int) length;
  }

  /** The next bytes. */
  byte[] bytes(int count) throws IOException {
    // InputStream.readNBytes(count) would gather chunks and copy them; a weight has megabytes.
    byte[] bytes = new byte[count];
    int read = in.readNBytes(bytes, 0, count);
    position += read;
    if (read < count) {
      throw new EOFException("The message ends early.");
    }
    return bytes;
  }

  /** Passes over the field just met. */
  void skip() throws IOException {
    switch (wireType) {
      case VARINT -> varint(read());
      case FIXED64 -> skip(8);
      case LENGTH_DELIMITED -> skip(length());
      case FIXED32 -> skip(4);
      default -> throw new IOException("Wire type " + wireType + " is not read.");
    }
  }

  private void skip(int count) throws IOException {
    in.skipNBytes(count);
    position += count;
  }

  private int read() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException("The message ends early.");
    }
    position++;
    return next;
  }

  private long varint(int first) throws IOException {
    long value = first & 0x7f;
    int next = first;
    for (int shift = 7; next >= 0x80; shift += 7) {
      if (shift > 63) {
        throw new IOException("A varint is longer than ten bytes.");
      }
      next = read();
      value |= (long) (next & 0x7f) << shift;
    }
    return value;
  }
}
