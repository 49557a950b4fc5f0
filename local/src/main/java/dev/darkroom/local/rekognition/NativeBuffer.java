package dev.darkroom.local.rekognition;

import java.io.IOException;
import java.io.OutputStream;
import org.bytedeco.javacpp.BytePointer;

/** Collects bytes outside the Java heap, up to a fixed capacity; pages are taken as they fill. */
final class NativeBuffer extends OutputStream {
  private final BytePointer bytes;
  private final long capacity;
  private long size;

  NativeBuffer(long capacity) {
    this.bytes = new BytePointer(capacity);
    this.capacity = capacity;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (size + length > capacity) {
      throw new IOException("More than " + capacity + " bytes.");
    }
    bytes.position(size).put(source, offset, length);
    size += length;
  }

  BytePointer bytes() {
    return bytes.position(0);
  }

  long size() {
    return size;
  }

  @Override
  public void close() {
    bytes.close();
  }
}
