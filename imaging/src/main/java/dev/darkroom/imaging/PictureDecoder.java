package dev.darkroom.imaging;

import dev.darkroom.imaging.colour.ColourConversion;
import dev.darkroom.imaging.decode.ByteArraySource;
import dev.darkroom.imaging.decode.PictureReader;
import dev.darkroom.imaging.decode.UprightPicture;
import dev.darkroom.imaging.format.FileLayout;
import dev.darkroom.imaging.metadata.CaptureFacts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Decodes a file to the picture that people are meant to see: upright.
 *
 * <p>Memory: about 7 bytes a pixel for a JPEG, 12 for 16-bit PNG with alpha, besides the file.
 */
public final class PictureDecoder {
  private PictureDecoder() {}

  /**
   * Decodes the first picture of a file.
   *
   * <p>The Exif orientation is applied. An embedded profile is not: {@link Picture#toSrgb()} does
   * that, after the picture is reduced.
   *
   * @param file the whole file
   * @param enough tells from the upright size of the original which size is enough: the result has
   *     that or more in both edges
   * @throws UnreadableImage when the file is refused for what it holds; never half a picture
   */
  public static Picture decode(byte[] file, DecodeLimits limits, UnaryOperator<PixelSize> enough) {
    try (ByteArraySource head = new ByteArraySource(file)) {
      ImageHeader header = ImageProbe.probe(head, limits);
      Orientation orientation;
      try (ByteArraySource again = new ByteArraySource(file)) {
        orientation = FileLayout.of(header.format()).readHead(again, limits);
      }
      BufferedImage upright = UprightPicture.of(stored(file, header.format()), orientation);
      return new Picture(
          upright,
          PixelSize.of(upright),
          ColourConversion.NONE,
          header.format(),
          1,
          CaptureFacts.NONE,
          List.of());
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
