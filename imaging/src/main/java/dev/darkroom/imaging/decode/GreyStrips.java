package dev.darkroom.imaging.decode;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Reads grey samples as they are stored.
 *
 * <p>Java2D takes {@code CS_GRAY} for linear light and would brighten the picture; what PNG and
 * JPEG hold in it is as gamma-coded as their RGB is.
 */
public final class GreyStrips implements SrgbStrips {
  private static final int WHITE = 255;

  private final Raster raster;
  private final int most;
  private final boolean alpha;
  private final int[] grey;
  private final int[] opacity;

  public GreyStrips(BufferedImage picture, int mostRows) {
    raster = picture.getRaster();
    most = (1 << picture.getColorModel().getComponentSize(0)) - 1;
    alpha = picture.getColorModel().hasAlpha();
    grey = new int[raster.getWidth() * Math.min(mostRows, raster.getHeight())];
    opacity = alpha ? new int[grey.length] : new int[0];
  }

  @Override
  public int[] read(int top, int rows) {
    int width = raster.getWidth();
    raster.getSamples(0, top, width, rows, 0, grey);
    if (alpha) {
      raster.getSamples(0, top, width, rows, 1, opacity);
    }
    for (int i = 0; i < width * rows; i++) {
      int level = scaled(grey[i]);
      if (alpha) {
        int opaque = scaled(opacity[i]);
        level = (level * opaque + WHITE * (255 - opaque) + 127) / 255;
      }
      grey[i] = (level << 16) | (level << 8) | level;
    }
    return grey;
  }

  private int scaled(int sample) {
    return (sample * 255 + most / 2) / most;
  }
}
