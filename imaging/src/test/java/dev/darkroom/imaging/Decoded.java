package dev.darkroom.imaging;

import dev.darkroom.imaging.colour.ColourConversion;
import dev.darkroom.imaging.metadata.CaptureFacts;
import java.awt.image.BufferedImage;
import java.util.List;

/** Decoding as tests want it: the whole picture, in sRGB. */
public final class Decoded {
  private Decoded() {}

  /** The upright pixels, in sRGB and at full size. */
  public static BufferedImage pixels(byte[] file) {
    Picture picture = of(file);
    picture.toSrgb().apply(picture.pixels());
    return picture.pixels();
  }

  public static Picture of(byte[] file) {
    return PictureDecoder.decode(file, Refused.LIMITS, size -> size);
  }

  /** A picture as if it had been decoded. */
  public static Picture as(BufferedImage pixels) {
    return as(pixels, ColourConversion.NONE);
  }

  /** A picture in other colours, as if it had been decoded. */
  public static Picture as(BufferedImage pixels, ColourConversion toSrgb) {
    return new Picture(
        pixels, PixelSize.of(pixels), toSrgb, ImageFormat.PNG, 1, CaptureFacts.NONE, List.of());
  }
}
