package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.colour.InkPicture;
import dev.darkroom.imaging.format.CodedPicture;
import dev.darkroom.imaging.format.Contents;
import dev.darkroom.imaging.format.Inks;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** Decodes the first frame of a file onto its canvas, as it is stored. */
public final class StoredPicture {
  /** Decoders of arithmetic codes read ahead of what they need. */
  private static final int LOOK_AHEAD = 16;

  /**
   * TwelveMonkeys takes a file for an attack whose pixels need 512 times its length, which plain
   * pictures do. Behind this share of zeros it does not: 16 bytes a pixel are the most here, and
   * the limit on pixels has been checked.
   */
  private static final int PIXELS_PER_ZERO = 512 / 16;

  private StoredPicture() {}

  /**
   * Decodes a picture.
   *
   * @throws UnreadableImage when a part of the picture is missing or cannot be read
   * @throws IOException whatever else a reader complains of; its unchecked exceptions come through
   */
  public static BufferedImage of(ImageFormat format, Contents contents, Cancellation cancellation)
      throws IOException {
    if (!contents.extent().whole() && contents.extent().percent().isPresent()) {
      throw UnreadableImage.truncated(contents.extent().percent().getAsInt());
    }
    BufferedImage frame = frame(format, contents, cancellation);
    if (contents.coded().opacity().isPresent()) {
      frame =
          WebpOpacity.of(contents.coded().opacity().get(), contents.frame(), cancellation)
              .applyTo(frame);
    }
    return contents.frame().fills(contents.canvas())
        ? frame
        : Canvas.of(contents.canvas()).with(frame, contents.frame());
  }

  private static BufferedImage frame(
      ImageFormat format, Contents contents, Cancellation cancellation) throws IOException {
    CodedPicture coded = contents.coded();
    boolean whole = contents.extent().whole();
    try (CancellableSource in =
            new CancellableSource(
                coded.file(), zeros(format, contents.canvas().pixels()), cancellation);
        PictureReader reader = PictureReader.open(format, in)) {
      cancellation.onRequest(reader::abort);
      BufferedImage picture = read(reader, contents, whole);
      if (!whole) {
        // Decoded all the same, to tell how much of it was there.
        throw UnreadableImage.truncated(reader.progress().soundPercent());
      }
      boolean overrun = format == ImageFormat.WEBP && in.overrunBy(LOOK_AHEAD);
      if (overrun || reader.progress().pixelsLost()) {
        throw UnreadableImage.damaged("part of the picture cannot be read");
      }
      return picture;
    } finally {
      cancellation.onRequest(() -> {});
    }
  }

  private static BufferedImage read(PictureReader reader, Contents contents, boolean whole)
      throws IOException {
    try {
      if (contents.coded().inks().isEmpty()) {
        return reader.read();
      }
      Inks inks = contents.coded().inks().get();
      return InkPicture.of(
          reader.readRaster(), inks.ycck(), inks.inverted(), contents.metadata().icc());
    } catch (IOException | RuntimeException e) {
      if (whole) {
        throw e;
      }
      throw UnreadableImage.truncated(reader.progress().soundPercent());
    }
  }

  /** How many zeros follow a file for its reader. */
  static int zeros(ImageFormat format, long pixels) {
    return switch (format) {
      case JPEG, PNG, GIF, BMP -> 0;
      case TIFF, WEBP -> 1_024 + (int) (pixels / PIXELS_PER_ZERO);
    };
  }
}
