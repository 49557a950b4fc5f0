package dev.darkroom.client.upload;

import dev.darkroom.client.progress.Progress.Transfer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** The bytes of a file on their way: counted, and added to a checksum. */
final class SentBytes extends FilterInputStream {
  private final MessageDigest digest;
  private final Transfer transfer;

  SentBytes(InputStream file, MessageDigest digest, Transfer transfer) {
    super(file);
    this.digest = digest;
    this.transfer = transfer;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      digest.update(buffer, offset, read);
      transfer.advance(read);
    }
    return read;
  }
}
