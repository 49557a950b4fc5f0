package dev.darkroom.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * Decodes a file to the picture that people are meant to see: upright, in sRGB, on white.
 *
 * <p>Memory: about 7 bytes a pixel for a JPEG, 12 for 16-bit PNG with alpha, besides the file.
 */
public final class PictureDecoder {
  private PictureDecoder() {}

  /**
   * Decodes the first picture of a file.
   *
   * <p>The Exif orientation is applied. An embedded profile is converted where the decoder gives
   * the picture in it. Transparent parts are laid on white.
   *
   * @param file the whole file
   * @param maxPixels the most pixels (width times height) to accept, 1 to {@link
   *     ImageProbe#MOST_PIXELS}
   * @return a new picture of {@link BufferedImage#TYPE_INT_RGB}
   * @throws UnreadableImage when the file is refused for what it holds; never half a picture
   */
  public static BufferedImage decode(byte[] file, long maxPixels) {
    PixelLimit limit = new PixelLimit(maxPixels);
    try (ByteArraySource head = new ByteArraySource(file)) {
      ImageHeader header = ImageProbe.probe(head, limit);
      return UprightPicture.of(stored(file, header.format()), header.orientation());
    } catch (IOException | RuntimeException e) {
      // The bytes are in memory: there is no stream that could have failed.
      throw UnreadableImage.because(e);
    }
  }

  private static BufferedImage stored(byte[] file, ImageFormat format) throws IOException {
    boolean complete = FileLayout.of(format).isComplete(file);
    // A stream of its own: what the probe's reader has flushed cannot be read again.
    try (ByteArraySource in = new ByteArraySource(file);
        PictureReader reader = PictureReader.open(format, in)) {
      BufferedImage picture = read(reader, complete);
      if (!complete) {
        // Decoded all the same, to tell how much of it was there.
        throw UnreadableImage.truncated(reader.progress().soundPercent());
      }
      if (reader.progress().pixelsLost()) {
        throw UnreadableImage.damaged("part of the picture cannot be read");
      }
      return picture;
    }
  }

  private static BufferedImage read(PictureReader reader, boolean complete) throws IOException {
    try {
      return reader.read();
    } catch (IOException | RuntimeException e) {
      if (complete) {
        throw e;
      }
      throw UnreadableImage.truncated(reader.progress().soundPercent());
    }
  }
}
