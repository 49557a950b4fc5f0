package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** What can be told from how a format lays out a file, without decoding pixels. */
public interface FileLayout {

  static FileLayout of(ImageFormat format) {
    return switch (format) {
      case JPEG -> new JpegLayout();
      case PNG -> new PngLayout();
      case GIF -> new GifLayout();
      case BMP -> new BmpLayout();
    };
  }

  /**
   * Whether a file begins as this format does.
   *
   * @param head the first bytes, as many as there are up to {@link FormatSniffer#HEAD_BYTES}
   */
  boolean startsIn(byte[] head);

  /**
   * Reads up to the first pixel data and no further.
   *
   * @param in at any position; big-endian, and left so
   * @param limit for layouts whose decoder would give a huge size another name
   * @return the orientation that is noted there
   * @throws UnreadableImage when the file is a variant that no decoder here reads, or contradicts
   *     its format
   * @throws java.io.EOFException when it ends within the head
   */
  Orientation readHead(ImageInputStream in, DecodeLimits limit) throws IOException;

  /**
   * Whether the file reaches the end that its format prescribes.
   *
   * <p>Decoders cannot be asked: the JDK's JPEG decoder invents the missing part and gives a
   * warning, others stop reading after the last pixel.
   */
  boolean isComplete(byte[] file);
}
