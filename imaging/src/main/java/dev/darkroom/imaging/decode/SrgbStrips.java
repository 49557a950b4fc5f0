package dev.darkroom.imaging.decode;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;

/** Rows of a picture as packed sRGB on white, whatever its colour model. */
public interface SrgbStrips {

  /**
   * Reads rows.
   *
   * @return width times {@code rows} pixels or more; valid until the next call
   */
  int[] read(int top, int rows);

  /**
   * Opens a picture for reading.
   *
   * @param mostRows the most rows that a single read asks for
   */
  static SrgbStrips of(BufferedImage picture, int mostRows) {
    boolean grey =
        picture.getColorModel() instanceof ComponentColorModel model
            && model.getColorSpace().equals(ColorSpace.getInstance(ColorSpace.CS_GRAY));
    return grey ? new GreyStrips(picture, mostRows) : new PaintedStrips(picture, mostRows);
  }
}
