package dev.darkroom.imaging.colour;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/** Converts a picture some rows at a time. */
final class PixelConversion implements ColourConversion {
  /** What stays in the processor's cache. */
  private static final int STRIP_PIXELS = 8192;

  private final PixelOperation operation;

  PixelConversion(PixelOperation operation) {
    this.operation = operation;
  }

  @Override
  public void apply(BufferedImage picture) {
    boolean alpha = picture.getType() == BufferedImage.TYPE_INT_ARGB_PRE;
    if (!alpha && picture.getType() != BufferedImage.TYPE_INT_RGB) {
      throw new IllegalArgumentException("No conversion of pictures of type " + picture.getType());
    }
    WritableRaster raster = picture.getRaster();
    int width = picture.getWidth();
    int stripRows = Math.min(picture.getHeight(), Math.max(1, STRIP_PIXELS / width));
    int[] pixels = new int[width * stripRows];
    for (int y = 0; y < picture.getHeight(); y += stripRows) {
      int rows = Math.min(stripRows, picture.getHeight() - y);
      int count = width * rows;
      raster.getDataElements(0, y, width, rows, pixels);
      if (alpha) {
        convertPremultiplied(pixels, count);
      } else {
        operation.convert(pixels, count);
      }
      raster.setDataElements(0, y, width, rows, pixels);
    }
  }

  private void convertPremultiplied(int[] pixels, int count) {
    for (int i = 0; i < count; i++) {
      pixels[i] = Premultiplied.straight(pixels[i]);
    }
    operation.convert(pixels, count);
    for (int i = 0; i < count; i++) {
      pixels[i] = Premultiplied.of(pixels[i]);
    }
  }
}
