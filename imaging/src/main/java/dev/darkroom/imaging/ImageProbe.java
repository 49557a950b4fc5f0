package dev.darkroom.imaging;

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
 * <p>It reads as far as the format makes it: the head of most files, a TIFF up to its first
 * directory, which may be at its end. It keeps the head in memory, and makes no temporary file.
 * What the file says of its size is believed only as far as the limits; nothing is allocated by it.
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
      ImageFormat format = FormatSniffer.sniff(cached);
      PixelSize size = FileLayout.of(format).readSize(cached, limits);
      source.rethrowFailure();
      return new ImageHeader(format, size.width(), size.height());
    } catch (IOException | RuntimeException e) {
      source.rethrowFailure();
      throw UnreadableImage.because(e);
    }
  }
}
