package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.PixelSize;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * What can be told from how a format lays out a file, without decoding pixels.
 *
 * <p>Nothing is allocated by what a file declares: a part is copied only when the file holds it.
 */
public interface FileLayout {

  static FileLayout of(ImageFormat format) {
    return switch (format) {
      case JPEG -> new JpegLayout();
      case PNG -> new PngLayout();
      case GIF -> new GifLayout();
      case BMP -> new BmpLayout();
      case TIFF -> new TiffLayout();
      case WEBP -> new WebpLayout();
    };
  }

  /**
   * Whether a file begins as this format does.
   *
   * @param head the first bytes, as many as there are up to {@link FormatSniffer#HEAD_BYTES}
   */
  boolean startsIn(byte[] head);

  /**
   * Reads no further than to the size.
   *
   * @param in at any position, which is sought from its beginning
   * @return the size of the whole picture as stored, within the limits
   * @throws dev.darkroom.imaging.UnreadableImage when the file is a variant that no decoder here
   *     reads, breaks a limit, or contradicts its format
   * @throws java.io.EOFException when it ends before
   */
  PixelSize readSize(ImageInputStream in, DecodeLimits limits) throws IOException;

  /**
   * Takes a whole file apart.
   *
   * @throws dev.darkroom.imaging.UnreadableImage as {@link #readSize} does
   * @throws java.io.EOFException when the file ends before its first picture begins
   */
  Contents read(byte[] file, DecodeLimits limits) throws IOException;
}
