package dev.darkroom.imaging.format;

import java.util.Arrays;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file in memory as decoders read it, without the copy that the JDK's streams make. */
public class ByteArraySource extends ImageInputStreamImpl {
  private final byte[] bytes;
  private final int length;

  public ByteArraySource(byte[] bytes) {
    this(bytes, 0);
  }

  /**
   * A file with zeros behind it.
   *
   * @param zeros how many
   */
  public ByteArraySource(byte[] bytes, int zeros) {
    this.bytes = bytes;
    this.length = bytes.length + zeros;
  }

  @Override
  public int read() {
    bitOffset = 0;
    if (streamPos >= length) {
      return -1;
    }
    int next = streamPos < bytes.length ? bytes[(int) streamPos] & 0xFF : 0;
    streamPos++;
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) {
    bitOffset = 0;
    if (wanted == 0) {
      return 0;
    }
    int available = (int) Math.min(wanted, length - streamPos);
    if (available <= 0) {
      return -1;
    }
    int given = (int) Math.max(0, Math.min(available, bytes.length - streamPos));
    if (given > 0) {
      System.arraycopy(bytes, (int) streamPos, target, offset, given);
    }
    Arrays.fill(target, offset + given, offset + available, (byte) 0);
    streamPos += available;
    return available;
  }

  @Override
  public long length() {
    return length;
  }
}
