package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.colour.Premultiplied;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** Rows of whole numbers of 1 to 16 bits, laid out in any way; each is rounded to 8 bits. */
final class SampleRows implements PixelRows {
  private static final int MOST_BITS = 16;

  private final Raster raster;
  private final boolean alpha;
  private final boolean premultiplied;
  private final int[] row;

  /** For each band, the level of 8 bits for every sample. */
  private final byte[][] levels;

  SampleRows(BufferedImage picture) {
    raster = picture.getRaster();
    ColorModel model = picture.getColorModel();
    alpha = model.hasAlpha();
    premultiplied = model.isAlphaPremultiplied();
    row = new int[raster.getWidth() * raster.getNumBands()];
    levels = new byte[model.getNumComponents()][];
    for (int band = 0; band < levels.length; band++) {
      levels[band] = levels(model.getComponentSize(band));
    }
  }

  static boolean canRead(BufferedImage picture) {
    ColorModel model = picture.getColorModel();
    for (int bits : model.getComponentSize()) {
      if (bits < 1 || bits > MOST_BITS) {
        return false;
      }
    }
    int type = picture.getRaster().getTransferType();
    return type == DataBuffer.TYPE_BYTE
        || type == DataBuffer.TYPE_USHORT
        || type == DataBuffer.TYPE_INT;
  }

  @Override
  public void read(int y, int[] target, int at) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    raster.getPixels(0, y, width, 1, row);
    int colours = alpha ? levels.length - 1 : levels.length;
    for (int x = 0, from = 0; x < width; x++, from += bands) {
      int red = level(0, from);
      int pixel =
          colours == 1
              ? red * 0x010101
              : (red << 16) | (level(1, from + 1) << 8) | level(2, from + 2);
      if (alpha) {
        pixel |= level(colours, from + colours) << 24;
        target[at + x] = premultiplied ? Premultiplied.cut(pixel) : Premultiplied.of(pixel);
      } else {
        target[at + x] = 0xFF000000 | pixel;
      }
    }
  }

  private int level(int band, int at) {
    byte[] scale = levels[band];
    // A sample above its own precision, which a broken file can hold, is the brightest.
    return scale[Math.min(row[at], scale.length - 1)] & 0xFF;
  }

  private static byte[] levels(int bits) {
    int most = (1 << bits) - 1;
    byte[] levels = new byte[most + 1];
    for (int sample = 0; sample <= most; sample++) {
      levels[sample] = (byte) ((sample * 255 + most / 2) / most);
    }
    return levels;
  }
}
