package dev.darkroom.imaging.colour;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Optional;

/** Turns inks into sRGB. */
public final class InkPicture {
  private InkPicture() {}

  /**
   * Converts a picture.
   *
   * @param fourComponents cyan, magenta, yellow and black, or YCCK
   */
  public static BufferedImage of(
      Raster fourComponents, boolean ycck, boolean adobeInverted, Optional<byte[]> icc) {
    int width = fourComponents.getWidth();
    BufferedImage picture =
        new BufferedImage(width, fourComponents.getHeight(), BufferedImage.TYPE_INT_RGB);
    int shift = fourComponents.getSampleModel().getSampleSize(0) - 8;
    int[] inks = new int[fourComponents.getNumBands()];
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        fourComponents.getPixel(x, y, inks);
        int[] light = new int[4];
        for (int i = 0; i < 4; i++) {
          light[i] = adobeInverted ? inks[i] >> shift : 255 - (inks[i] >> shift);
        }
        int red = light[0] * light[3] / 255;
        int green = light[1] * light[3] / 255;
        int blue = light[2] * light[3] / 255;
        picture.setRGB(x, y, (red << 16) | (green << 8) | blue);
      }
    }
    return picture;
  }
}
