package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.colour.DeviceSpace;
import dev.darkroom.imaging.colour.InkPicture;
import dev.darkroom.imaging.format.CodedPicture;
import dev.darkroom.imaging.format.Contents;
import dev.darkroom.imaging.format.Inks;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Optional;

/**
 * The first frame of a file, decoded and not yet turned.
 *
 * @param frame of any type
 * @param space what its samples are; {@code OTHER} when they are to be taken for sRGB
 * @param profileBroken whether a profile for inks was there, but could not be used
 */
public record StoredPicture(BufferedImage frame, DeviceSpace space, boolean profileBroken) {
  /** Decoders of arithmetic codes read ahead of what they need. */
  private static final int LOOK_AHEAD = 16;

  /**
   * TwelveMonkeys takes a file for an attack whose pixels need 512 times its length, which plain
   * pictures do. Behind this share of zeros it does not: 16 bytes a pixel are the most here, and
   * the limit on pixels has been checked.
   */
  private static final int PIXELS_PER_ZERO = 512 / 16;

  /**
   * Decodes the first frame of a file.
   *
   * @throws UnreadableImage when a part of the picture is missing or cannot be read
   * @throws IOException whatever else a reader complains of; its unchecked exceptions come through
   */
  public static StoredPicture of(ImageFormat format, Contents contents, Cancellation cancellation)
      throws IOException {
    if (!contents.extent().whole() && contents.extent().percent().isPresent()) {
      throw UnreadableImage.truncated(contents.extent().percent().getAsInt());
    }
    StoredPicture stored = read(format, contents, cancellation);
    if (contents.coded().opacity().isEmpty()) {
      return stored;
    }
    WebpOpacity opacity =
        WebpOpacity.of(contents.coded().opacity().get(), contents.frame(), cancellation);
    return new StoredPicture(opacity.applyTo(stored.frame), stored.space, stored.profileBroken);
  }

  private static StoredPicture read(
      ImageFormat format, Contents contents, Cancellation cancellation) throws IOException {
    CodedPicture coded = contents.coded();
    boolean whole = contents.extent().whole();
    try (CancellableSource in =
            new CancellableSource(
                coded.file(), zeros(format, contents.canvas().pixels()), cancellation);
        PictureReader reader = PictureReader.open(format, in)) {
      cancellation.onRequest(reader::abort);
      StoredPicture picture = read(reader, contents, whole);
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

  private static StoredPicture read(PictureReader reader, Contents contents, boolean whole)
      throws IOException {
    try {
      Optional<Inks> inks = contents.coded().inks();
      if (inks.isPresent()) {
        return inInks(reader.readRaster(), inks.get(), contents);
      }
      BufferedImage frame = reader.read();
      return frame.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK
          ? inInks(frame.getRaster(), Inks.PLAIN, contents)
          : new StoredPicture(frame, DeviceSpace.of(frame), false);
    } catch (IOException | RuntimeException e) {
      if (whole) {
        throw e;
      }
      throw UnreadableImage.truncated(reader.progress().soundPercent());
    }
  }

  private static StoredPicture inInks(Raster raster, Inks inks, Contents contents) {
    InkPicture picture =
        InkPicture.of(raster, inks.ycck(), inks.inverted(), contents.metadata().icc());
    return new StoredPicture(picture.pixels(), DeviceSpace.OTHER, picture.profileBroken());
  }

  /** How many zeros follow a file for its reader. */
  static int zeros(ImageFormat format, long pixels) {
    return switch (format) {
      case JPEG, PNG, GIF, BMP -> 0;
      case TIFF, WEBP -> 1_024 + (int) (pixels / PIXELS_PER_ZERO);
    };
  }
}
