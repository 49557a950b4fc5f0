package dev.darkroom.imaging.colour;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** What the JDK's colour management makes of a profile: bytes of its space into bytes of sRGB. */
final class SrgbTransform implements ByteConversion {
  private static final int VERSION_AT = 8;
  private static final int CLASS_AT = 12;
  private static final byte[] COLOUR_SPACE_CLASS = {'s', 'p', 'a', 'c'};

  private static final ICC_Profile SRGB = fourthVersion();

  private final int components;
  private final ColorConvertOp operation;

  /** Throws any unchecked exception when the profile is broken, now or at the first conversion. */
  SrgbTransform(ICC_Profile profile) {
    components = profile.getNumComponents();
    operation = new ColorConvertOp(new ICC_Profile[] {perceptual(profile), SRGB}, null);
  }

  @Override
  public int components() {
    return components;
  }

  @Override
  public void convert(byte[] stored, byte[] srgb, int pixels) {
    operation.filter(raster(stored, components, pixels), raster(srgb, 3, pixels));
  }

  /**
   * The sRGB of the JDK, said to be of version 4. Into such profiles LCMS renders perceptually with
   * compensation of the black point, without which the black of inks comes out as a dark grey.
   */
  private static ICC_Profile fourthVersion() {
    byte[] data = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    data[VERSION_AT] = 4;
    return ICC_Profile.getInstance(data);
  }

  /**
   * The JDK renders what a printer profile describes colorimetrically, and all else perceptually. A
   * photo wants the latter; only the class in the profile's header makes the difference.
   */
  private static ICC_Profile perceptual(ICC_Profile profile) {
    if (profile.getProfileClass() != ICC_Profile.CLASS_OUTPUT) {
      return profile;
    }
    byte[] data = profile.getData();
    System.arraycopy(COLOUR_SPACE_CLASS, 0, data, CLASS_AT, COLOUR_SPACE_CLASS.length);
    return ICC_Profile.getInstance(data);
  }

  private static WritableRaster raster(byte[] data, int bands, int pixels) {
    int[] offsets = new int[bands];
    for (int band = 0; band < bands; band++) {
      offsets[band] = band;
    }
    // The layout that the JDK hands to LCMS as it is, without a copy.
    return Raster.createInterleavedRaster(
        new DataBufferByte(data, pixels * bands), pixels, 1, pixels * bands, bands, offsets, null);
  }
}
