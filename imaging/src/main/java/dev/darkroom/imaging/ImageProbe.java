package dev.darkroom.imaging;

import java.io.IOException;
import java.io.InputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads what a file is and how large its picture is, without decoding it.
 *
 * <p>It reads the head alone, keeps it in memory, and makes no temporary file. What the file says
 * of its size is believed only as far as {@code maxPixels}; nothing is allocated by it.
 */
public final class ImageProbe {
  /** The highest limit on pixels that can be set: 536 870 911. */
  public static final long MOST_PIXELS = PixelLimit.MOST;

  private ImageProbe() {}

  /**
   * Probes a stream, and leaves it open and somewhere behind the head.
   *
   * @param in the file from its first byte; a stream over the network will do
   * @param maxPixels the most pixels (width times height) to accept, 1 to {@link #MOST_PIXELS}
   * @throws UnreadableImage when the file is refused for what it holds
   * @throws IOException when the stream itself fails, as it threw it; its unchecked exceptions come
   *     through as well
   */
  public static ImageHeader probe(InputStream in, long maxPixels) throws IOException {
    PixelLimit limit = new PixelLimit(maxPixels);
    WatchedSource source = new WatchedSource(in);
    try (ImageInputStream cached = new MemoryCacheImageInputStream(source)) {
      ImageHeader header = probe(cached, limit);
      source.rethrowFailure();
      return header;
    } catch (IOException | RuntimeException e) {
      source.rethrowFailure();
      throw UnreadableImage.because(e);
    }
  }

  /** Throws whatever the decoder throws; the caller knows whether the stream is to blame. */
  static ImageHeader probe(ImageInputStream in, PixelLimit limit) throws IOException {
    ImageFormat format = FormatSniffer.sniff(in);
    Orientation orientation = FileLayout.of(format).readHead(in, limit);
    try (PictureReader reader = PictureReader.open(format, in)) {
      int width = reader.width();
      int height = reader.height();
      limit.check(width, height);
      return new ImageHeader(format, width, height, orientation);
    }
  }
}
