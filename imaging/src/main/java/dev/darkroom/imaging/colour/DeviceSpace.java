package dev.darkroom.imaging.colour;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;

/** The kind of numbers that the pixels of a picture are, whatever colours they stand for. */
public enum DeviceSpace {
  /** Red, green and blue. */
  RGB,
  /** One level; also a palette of nothing but greys. */
  GREY,
  /** Inks, Lab and whatever else has to be converted before it can be shown. */
  OTHER;

  /** The kind of a decoded picture. */
  public static DeviceSpace of(BufferedImage picture) {
    ColorModel model = picture.getColorModel();
    if (model instanceof IndexColorModel palette) {
      return isGrey(palette) ? GREY : RGB;
    }
    return switch (model.getColorSpace().getType()) {
      case ColorSpace.TYPE_RGB -> RGB;
      case ColorSpace.TYPE_GRAY -> GREY;
      default -> OTHER;
    };
  }

  private static boolean isGrey(IndexColorModel palette) {
    for (int i = 0; i < palette.getMapSize(); i++) {
      int green = palette.getGreen(i);
      if (palette.getRed(i) != green || palette.getBlue(i) != green) {
        return false;
      }
    }
    return true;
  }
}
