package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.format.ByteArraySource;

/** A file in memory that gives nothing more when nobody waits for its decoder any more. */
final class CancellableSource extends ByteArraySource {
  private final Cancellation cancellation;
  private final int end;
  private long farthest;

  /**
   * A source with zeros behind the file.
   *
   * @param zeros how many
   */
  CancellableSource(byte[] file, int zeros, Cancellation cancellation) {
    super(file, zeros);
    this.cancellation = cancellation;
    this.end = file.length;
  }

  @Override
  public int read() {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    check();
    return super.read(target, offset, length);
  }

  /**
   * Whether a decoder went on behind the file.
   *
   * @param lookAhead how many bytes a decoder may read ahead of what it needs
   */
  boolean overrunBy(int lookAhead) {
    return farthest > (long) end + lookAhead;
  }

  private void check() {
    if (cancellation.requested()) {
      throw new IllegalStateException("Nobody waits for this decode any more");
    }
    farthest = Math.max(farthest, streamPos);
  }
}
