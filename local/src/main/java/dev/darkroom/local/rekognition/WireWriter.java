package dev.darkroom.local.rekognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** Writes fields in the wire format of Protocol Buffers. */
final class WireWriter {
  private final OutputStream out;

  WireWriter(OutputStream out) {
    this.out = out;
  }

  void bytes(int field, byte[] value) throws IOException {
    varint(((long) field << 3) | WireReader.LENGTH_DELIMITED);
    varint(value.length);
    out.write(value);
  }

  void string(int field, String value) throws IOException {
    bytes(field, value.getBytes(UTF_8));
  }

  void number(int field, long value) throws IOException {
    varint(((long) field << 3) | WireReader.VARINT);
    varint(value);
  }

  private void varint(long value) throws IOException {
    long rest = value;
    while (rest >>> 7 != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
