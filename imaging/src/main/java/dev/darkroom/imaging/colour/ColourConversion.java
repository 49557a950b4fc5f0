package dev.darkroom.imaging.colour;

import java.awt.image.BufferedImage;

/** Turns pixels of some colour space into sRGB. */
@FunctionalInterface
public interface ColourConversion {

  /** For pixels that are sRGB already. */
  ColourConversion NONE = picture -> {};

  /**
   * Converts a picture in place.
   *
   * @param picture of {@link BufferedImage#TYPE_INT_RGB} or {@link BufferedImage#TYPE_INT_ARGB_PRE}
   */
  void apply(BufferedImage picture);
}
