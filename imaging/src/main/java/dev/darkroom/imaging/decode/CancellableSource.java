package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.format.ByteArraySource;

/**
 * A file in memory that gives nothing more when nobody waits for its decoder any more, nor to a
 * decoder that goes on behind its end.
 */
final class CancellableSource extends ByteArraySource {
  private final Cancellation cancellation;
  private final long last;

  /**
   * A source with zeros behind the file.
   *
   * @param zeros how many; they count in {@link #length()}
   * @param lookAhead how many of them may be read
   */
  CancellableSource(byte[] file, int zeros, int lookAhead, Cancellation cancellation) {
    super(file, zeros);
    this.cancellation = cancellation;
    this.last = (long) file.length + lookAhead;
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

  private void check() {
    if (cancellation.requested()) {
      throw new IllegalStateException("Nobody waits for this decode any more");
    }
    if (streamPos > last) {
      // Not an end of file, which decoders of arithmetic codes take for zeros without end.
      throw UnreadableImage.damaged("part of the picture cannot be read");
    }
  }
}
