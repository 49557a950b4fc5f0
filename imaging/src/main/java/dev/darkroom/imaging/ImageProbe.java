package dev.darkroom.imaging;

import dev.darkroom.imaging.decode.PictureReader;
import dev.darkroom.imaging.decode.WatchedSource;
import dev.darkroom.imaging.format.FileLayout;
import dev.darkroom.imaging.format.FormatSniffer;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads what a file is and how large its picture is, without decoding it.
 *
 * <p>It reads the head alone, keeps it in memory, and makes no temporary file. What the file says
 * of its size is believed only as far as the limits; nothing is allocated by it.
 */
public final class ImageProbe {
  private ImageProbe() {}

  /**
   * Probes a stream, and leaves it open and somewhere behind the head.
   *
   * @param in the file from its first byte; a stream over the network will do
   * @param limits of which those on pixels and ancillary data count here
   * @throws UnreadableImage when the file is refused for what it holds
   * @throws IOException when the stream itself fails, as it threw it; its unchecked exceptions come
   *     through as well
   */
  public static ImageHeader probe(InputStream in, DecodeLimits limits) throws IOException {
    WatchedSource source = new WatchedSource(in);
    try (ImageInputStream cached = new MemoryCacheImageInputStream(source)) {
      ImageHeader header = probe(cached, limits);
      source.rethrowFailure();
      return header;
    } catch (IOException | RuntimeException e) {
      source.rethrowFailure();
      throw UnreadableImage.because(e);
    }
  }

  /** Throws whatever the decoder throws; the caller knows whether the stream is to blame. */
  public static ImageHeader probe(ImageInputStream in, DecodeLimits limits) throws IOException {
    ImageFormat format = FormatSniffer.sniff(in);
    FileLayout.of(format).readHead(in, limits);
    try (PictureReader reader = PictureReader.open(format, in)) {
      int width = reader.width();
      int height = reader.height();
      limits.check(width, height);
      return new ImageHeader(format, width, height);
    }
  }
}
