package dev.darkroom.imaging.decode;

import javax.imageio.stream.ImageInputStreamImpl;

/** A file in memory as decoders read it, without the copy that the JDK's streams make. */
public final class ByteArraySource extends ImageInputStreamImpl {
  private final byte[] bytes;

  public ByteArraySource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos >= bytes.length) {
      return -1;
    }
    int available = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, target, offset, available);
    streamPos += available;
    return available;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
