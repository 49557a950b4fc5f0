package dev.darkroom.imaging.colour;

import java.awt.color.ICC_Profile;

/** Turns bytes of some device space into bytes of sRGB. */
interface ByteConversion {

  /** How many bytes a pixel of the device space has. */
  int components();

  /**
   * Converts pixels.
   *
   * @param stored the components of each pixel beside each other; an ink is strongest at 255
   * @param srgb where red, green and blue of each pixel go
   */
  void convert(byte[] stored, byte[] srgb, int pixels);

  /**
   * The conversion that a profile describes.
   *
   * @throws RuntimeException of any kind when the profile is broken
   */
  static ByteConversion of(ICC_Profile profile) {
    if (ProfileTags.areTooComplex(profile)) {
      throw new IllegalArgumentException("The profile has too many stages");
    }
    SrgbTransform exact = new SrgbTransform(profile);
    // LCMS reads the tables at the first conversion.
    exact.convert(new byte[exact.components()], new byte[3], 1);
    boolean latticed = exact.components() == 3 || exact.components() == 4;
    if (latticed && ProfileTags.haveStages(profile)) {
      return Lattice.of(exact);
    }
    return latticed && ProfileTags.haveTables(profile) ? Lattice.near(exact) : exact;
  }
}
