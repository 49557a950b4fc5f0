package dev.darkroom.imaging.decode;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Remembers the failure of a stream.
 *
 * <p>Decoders wrap, replace or swallow the exceptions of the stream below them, and throw the same
 * types for bad content. Only what the stream itself threw tells the two apart.
 */
public final class WatchedSource extends FilterInputStream {
  private IOException ioFailure;
  private RuntimeException otherFailure;

  public WatchedSource(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException e) {
      ioFailure = e;
      throw e;
    } catch (RuntimeException e) {
      otherFailure = e;
      throw e;
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IOException e) {
      ioFailure = e;
      throw e;
    } catch (RuntimeException e) {
      otherFailure = e;
      throw e;
    }
  }

  /** Throws what the stream threw, if it did, as it was. */
  public void rethrowFailure() throws IOException {
    if (ioFailure != null) {
      throw ioFailure;
    }
    if (otherFailure != null) {
      throw otherFailure;
    }
  }
}
