package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import javax.imageio.IIOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the probe does to, and suffers from, the stream that it reads. */
class ImageProbeStreamTest {

  @ParameterizedTest
  @EnumSource
  void readsNoMoreThanTheHead(ImageFormat format) throws IOException {
    byte[] file = Pictures.file(format, Pictures.scenery(1200, 800));
    Source source = new Source(file, Integer.MAX_VALUE, null);

    ImageProbe.probe(source, Refused.LIMITS);

    assertThat(file.length).isGreaterThan(40_000);
    assertThat(source.given).isLessThanOrEqualTo(16_384);
    assertThat(source.closed).isFalse();
  }

  static Stream<Exception> failures() {
    return Stream.of(
        new IOException("connection reset"),
        new EOFException("premature end of the response"),
        new IIOException("looks like a decoder's"),
        new IllegalStateException("aborted"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void letsAFailureOfTheStreamThroughAsItIs(Exception failure) {
    for (ImageFormat format : ImageFormat.values()) {
      byte[] file = Pictures.file(format, Pictures.scenery(20, 20));
      for (int good = 0; good < 24; good++) {
        Source source = new Source(file, good, failure);

        assertThatThrownBy(() -> ImageProbe.probe(source, Refused.LIMITS))
            .as("%s after %d bytes", format, good)
            .isSameAs(failure);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void letsAFailureWithinTheDecoderThrough(Exception failure) {
    byte[] jpeg = Pictures.file(ImageFormat.JPEG, Pictures.scenery(20, 20));
    for (int good = 24; good < DeclaredSize.jpegFrame(jpeg); good += 7) {
      Source source = new Source(jpeg, good, failure);

      assertThatThrownBy(() -> ImageProbe.probe(source, Refused.LIMITS)).isSameAs(failure);
    }
  }

  /** Gives some bytes, then fails, as a connection does. */
  private static final class Source extends FilterInputStream {
    private final int good;
    private final Exception failure;
    private int given;
    private boolean closed;

    Source(byte[] file, int good, Exception failure) {
      super(new ByteArrayInputStream(file));
      this.good = good;
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (given >= good) {
        if (failure instanceof IOException io) {
          throw io;
        }
        throw (RuntimeException) failure;
      }
      int read = super.read(target, offset, Math.min(length, good - given));
      given += Math.max(read, 0);
      return read;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
