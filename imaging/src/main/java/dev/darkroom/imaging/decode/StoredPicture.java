package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.colour.InkPicture;
import dev.darkroom.imaging.format.Contents;
import dev.darkroom.imaging.format.Inks;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * The first frame of a file as it is stored.
 *
 * @param pixels of any type; inks are sRGB already
 * @param profileBroken whether inks were converted without their profile, which is broken
 */
public record StoredPicture(BufferedImage pixels, boolean profileBroken) {
  /**
   * TwelveMonkeys takes a file for an attack whose pixels need 512 times its length, which plain
   * pictures do. Behind this share of zeros it does not: 16 bytes a pixel are the most here, and
   * the limit on pixels has been checked.
   */
  private static final int PIXELS_PER_ZERO = 512 / 16;

  /** Decoders of WebP read ahead of what they need. */
  private static final int LOOK_AHEAD = 32;

  private StoredPicture(BufferedImage pixels) {
    this(pixels, false);
  }

  /**
   * Decodes a picture.
   *
   * @throws UnreadableImage when a part of the picture is missing or cannot be read
   * @throws IOException whatever else a reader complains of; its unchecked exceptions come through
   */
  public static StoredPicture of(ImageFormat format, Contents contents, Cancellation cancellation)
      throws IOException {
    if (!contents.extent().whole() && contents.extent().percent().isPresent()) {
      throw UnreadableImage.truncated(contents.extent().percent().getAsInt());
    }
    StoredPicture frame = frame(format, contents, cancellation);
    if (contents.coded().opacity().isEmpty()) {
      return frame;
    }
    return new StoredPicture(
        WebpOpacity.of(contents.coded().opacity().get(), contents.frame(), cancellation)
            .applyTo(frame.pixels));
  }

  private static StoredPicture frame(
      ImageFormat format, Contents contents, Cancellation cancellation) throws IOException {
    boolean whole = contents.extent().whole();
    try (CancellableSource in =
            source(format, contents.coded().file(), contents.canvas().pixels(), cancellation);
        PictureReader reader = PictureReader.open(format, in)) {
      cancellation.onRequest(reader::abort);
      if (!reader.size().equals(contents.frame().size())) {
        // The reader goes another way through the file; what it would make was never checked.
        throw UnreadableImage.damaged("it says two sizes");
      }
      StoredPicture picture = read(reader, contents, whole);
      if (!whole) {
        // Decoded all the same, to tell how much of it was there.
        throw UnreadableImage.truncated(reader.progress().soundPercent());
      }
      if (hasLostPixels(format, reader.progress())) {
        throw UnreadableImage.damaged("part of the picture cannot be read");
      }
      return picture;
    } finally {
      cancellation.onRequest(() -> {});
    }
  }

  /** Whether a reader has kept to itself that it found no end, or too early a one. */
  private static boolean hasLostPixels(ImageFormat format, ReadingProgress progress) {
    return switch (format) {
      case JPEG -> progress.pixelsLost();
      case GIF -> !progress.finished();
      case PNG, BMP, TIFF, WEBP -> false;
    };
  }

  private static StoredPicture read(PictureReader reader, Contents contents, boolean whole)
      throws IOException {
    try {
      if (contents.coded().inks().isEmpty()) {
        return new StoredPicture(reader.read());
      }
      Inks inks = contents.coded().inks().get();
      InkPicture picture =
          InkPicture.of(
              reader.readRaster(), inks.ycck(), inks.inverted(), contents.metadata().icc());
      return new StoredPicture(picture.pixels(), picture.profileBroken());
    } catch (IOException | RuntimeException e) {
      UnreadableImage refusal = UnreadableImage.because(e);
      throw whole ? refusal : UnreadableImage.truncated(reader.progress().soundPercent());
    }
  }

  /** What a reader reads; behind the file of some there are zeros. */
  static CancellableSource source(
      ImageFormat format, byte[] file, long pixels, Cancellation cancellation) {
    // More than may be read, so that no reader finds their end.
    int zeros = 2 * LOOK_AHEAD + (int) (pixels / PIXELS_PER_ZERO);
    return switch (format) {
      case JPEG, PNG, GIF, BMP -> new CancellableSource(file, 0, 0, cancellation);
      case TIFF -> new CancellableSource(file, zeros, zeros, cancellation);
      case WEBP -> new CancellableSource(file, zeros, LOOK_AHEAD, cancellation);
    };
  }
}
