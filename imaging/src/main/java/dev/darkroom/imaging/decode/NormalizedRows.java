package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.colour.Levels;
import dev.darkroom.imaging.colour.Premultiplied;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** Rows of grey or RGB in floating point of 0–1, in signed numbers, or in more than 16 bits. */
final class NormalizedRows implements PixelRows {
  private final Raster raster;
  private final ColorModel model;
  private final double[] row;

  NormalizedRows(BufferedImage picture) {
    raster = picture.getRaster();
    model = picture.getColorModel();
    row = new double[raster.getWidth() * raster.getNumBands()];
  }

  @Override
  public void read(int y, int[] target, int at) {
    int bands = raster.getNumBands();
    int colours = model.getNumColorComponents();
    raster.getPixels(0, y, raster.getWidth(), 1, row);
    for (int x = 0, from = 0; x < raster.getWidth(); x++, from += bands) {
      int red = level(0, from);
      int pixel =
          colours == 1
              ? red * 0x010101
              : (red << 16) | (level(1, from + 1) << 8) | level(2, from + 2);
      pixel |= (model.hasAlpha() ? level(colours, from + colours) : 255) << 24;
      target[at + x] =
          model.isAlphaPremultiplied() ? Premultiplied.cut(pixel) : Premultiplied.of(pixel);
    }
  }

  private int level(int band, int at) {
    double sample = row[at];
    return Levels.rounded(
        switch (raster.getTransferType()) {
          case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> sample;
          case DataBuffer.TYPE_SHORT -> sample / Short.MAX_VALUE;
          // Unsigned, though the raster has no type for that.
          default -> ((int) sample & 0xFFFFFFFFL) / (Math.pow(2, model.getComponentSize(band)) - 1);
        });
  }
}
