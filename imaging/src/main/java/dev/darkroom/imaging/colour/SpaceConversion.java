package dev.darkroom.imaging.colour;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;

/** Turns components of a colour space that is neither grey nor RGB into sRGB. */
public interface SpaceConversion {

  /**
   * Converts pixels.
   *
   * @param components of each pixel beside each other, from 0 for the least of the component's
   *     range to 1 for the most
   * @param target where they go, opaque and packed, from {@code at} on
   */
  void toSrgb(float[] components, int pixels, int[] target, int at);

  /**
   * The conversion for a colour space.
   *
   * <p>Inks whose profile is broken are converted as if there were none.
   *
   * @throws RuntimeException when the profile of another space is broken
   */
  static SpaceConversion of(ColorSpace space) {
    if (!(space instanceof ICC_ColorSpace profiled)) {
      return new DefinedSpace(space);
    }
    try {
      return new QuantizedSpace(ByteConversion.of(profiled.getProfile()));
    } catch (RuntimeException e) {
      if (space.getType() == ColorSpace.TYPE_CMYK) {
        return new QuantizedSpace(new DefaultInks());
      }
      throw e;
    }
  }
}
