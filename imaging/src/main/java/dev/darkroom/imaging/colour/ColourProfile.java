package dev.darkroom.imaging.colour;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;

/** The colour space that a file says its pixels to be in. */
public final class ColourProfile {
  private final ICC_ColorSpace space;

  private ColourProfile(ICC_ColorSpace space) {
    this.space = space;
  }

  /**
   * Reads a profile.
   *
   * @throws BrokenProfile when it cannot be used
   */
  public static ColourProfile read(byte[] icc) throws BrokenProfile {
    try {
      return new ColourProfile(new ICC_ColorSpace(ICC_Profile.getInstance(icc)));
    } catch (RuntimeException e) {
      throw new BrokenProfile(e);
    }
  }

  /** What turns pixels into sRGB. */
  public ColourConversion conversion() {
    return space.getNumComponents() == 3 ? this::convert : ColourConversion.NONE;
  }

  private void convert(BufferedImage picture) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        float[] levels = new java.awt.Color(picture.getRGB(x, y)).getRGBColorComponents(null);
        float[] converted = space.toRGB(levels);
        picture.setRGB(x, y, new java.awt.Color(converted[0], converted[1], converted[2]).getRGB());
      }
    }
  }
}
