package dev.darkroom.imaging.colour;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;

/**
 * An embedded ICC profile, found to work.
 *
 * <p>Colours are rendered perceptually, by the LCMS of the JDK.
 *
 * @see <a href="https://www.color.org/specification/ICC.1-2022-05.pdf">ICC.1:2022</a>
 */
public final class ColourProfile {
  private final int space;
  private final ByteConversion conversion;

  private ColourProfile(int space, ByteConversion conversion) {
    this.space = space;
    this.conversion = conversion;
  }

  /**
   * Reads a profile and tries it, so that what is wrong with it shows here and not later.
   *
   * @throws BrokenProfile when it is not one that describes the RGB, the greys or the CMYK inks of
   *     a picture, or does not work
   */
  public static ColourProfile read(byte[] icc) throws BrokenProfile {
    try {
      ICC_Profile profile = ICC_Profile.getInstance(icc);
      int space = profile.getColorSpaceType();
      if (!describesPictures(profile)) {
        throw new BrokenProfile("The profile describes no pictures");
      }
      return new ColourProfile(space, ByteConversion.of(profile));
    } catch (RuntimeException e) {
      throw new BrokenProfile(e);
    }
  }

  /**
   * Whether pixels of this kind can be what the profile describes. An RGB profile does for grey,
   * whose level then is that of red, green and blue. One for inks never does: {@link InkPicture}
   * takes it.
   */
  public boolean fits(DeviceSpace pixels) {
    return switch (space) {
      case ColorSpace.TYPE_RGB -> pixels == DeviceSpace.RGB || pixels == DeviceSpace.GREY;
      case ColorSpace.TYPE_GRAY -> pixels == DeviceSpace.GREY;
      default -> false;
    };
  }

  private boolean describesInks() {
    return space == ColorSpace.TYPE_CMYK;
  }

  /**
   * What turns pixels of this profile into sRGB; {@link ColourConversion#NONE} when they are sRGB
   * already, but for a level or two.
   *
   * @throws IllegalStateException for inks, which no packed pixels hold
   */
  public ColourConversion conversion() {
    if (describesInks()) {
      throw new IllegalStateException("Inks are not converted in place.");
    }
    if (Likeness.isSrgb(conversion)) {
      return ColourConversion.NONE;
    }
    return new PixelConversion(
        conversion.components() == 1 ? new GreyTable(conversion) : new RgbPixels(conversion));
  }

  /** The conversion of four bytes a pixel, where 255 is full ink. */
  ByteConversion inks() throws BrokenProfile {
    if (!describesInks()) {
      throw new BrokenProfile("The profile describes no inks");
    }
    return conversion;
  }

  private static boolean describesPictures(ICC_Profile profile) {
    boolean aDevice =
        switch (profile.getProfileClass()) {
          case ICC_Profile.CLASS_INPUT,
              ICC_Profile.CLASS_DISPLAY,
              ICC_Profile.CLASS_OUTPUT,
              ICC_Profile.CLASS_COLORSPACECONVERSION ->
              true;
          default -> false;
        };
    return aDevice
        && switch (profile.getColorSpaceType()) {
          case ColorSpace.TYPE_RGB, ColorSpace.TYPE_GRAY, ColorSpace.TYPE_CMYK -> true;
          default -> false;
        };
  }
}
