package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.colour.Premultiplied;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * Rows of grey or RGB, with opacity or without, a byte each: interleaved in any order or planar.
 */
final class ByteRows implements PixelRows {
  private static final int OPAQUE = 0xFF000000;

  private final int width;
  private final int rowStride;
  private final int pixelStride;
  private final byte[][] banks;
  private final int[] origins;
  private final boolean alpha;
  private final boolean premultiplied;

  ByteRows(BufferedImage picture) {
    Raster raster = picture.getRaster();
    ComponentSampleModel samples = (ComponentSampleModel) raster.getSampleModel();
    DataBufferByte data = (DataBufferByte) raster.getDataBuffer();
    width = raster.getWidth();
    rowStride = samples.getScanlineStride();
    pixelStride = samples.getPixelStride();
    alpha = picture.getColorModel().hasAlpha();
    premultiplied = picture.isAlphaPremultiplied();
    int bands = picture.getColorModel().getNumComponents();
    banks = new byte[bands][];
    origins = new int[bands];
    for (int band = 0; band < bands; band++) {
      int bank = samples.getBankIndices()[band];
      banks[band] = data.getData(bank);
      origins[band] =
          data.getOffsets()[bank]
              + samples.getBandOffsets()[band]
              - raster.getSampleModelTranslateY() * rowStride
              - raster.getSampleModelTranslateX() * pixelStride;
    }
  }

  static boolean canRead(BufferedImage picture) {
    if (!(picture.getColorModel() instanceof ComponentColorModel model)) {
      return false;
    }
    for (int bits : model.getComponentSize()) {
      if (bits != 8) {
        return false;
      }
    }
    return picture.getRaster().getSampleModel() instanceof ComponentSampleModel
        && picture.getRaster().getDataBuffer() instanceof DataBufferByte;
  }

  @Override
  public void read(int y, int[] target, int at) {
    int row = y * rowStride;
    switch (banks.length) {
      case 1 -> readGrey(row, target, at);
      case 2 -> readGreyAlpha(row, target, at);
      case 3 -> readRgb(row, target, at);
      default -> readRgba(row, target, at);
    }
    if (alpha) {
      multiply(target, at);
    }
  }

  private void readGrey(int row, int[] target, int at) {
    byte[] grey = banks[0];
    int from = origins[0] + row;
    for (int x = 0; x < width; x++, from += pixelStride) {
      target[at + x] = OPAQUE | (grey[from] & 0xFF) * 0x010101;
    }
  }

  private void readGreyAlpha(int row, int[] target, int at) {
    byte[] grey = banks[0];
    byte[] opacity = banks[1];
    int from = origins[0] + row;
    int toOpacity = origins[1] - origins[0];
    for (int x = 0; x < width; x++, from += pixelStride) {
      target[at + x] = (opacity[from + toOpacity] << 24) | (grey[from] & 0xFF) * 0x010101;
    }
  }

  private void readRgb(int row, int[] target, int at) {
    byte[] red = banks[0];
    byte[] green = banks[1];
    byte[] blue = banks[2];
    int from = origins[0] + row;
    int toGreen = origins[1] - origins[0];
    int toBlue = origins[2] - origins[0];
    for (int x = 0; x < width; x++, from += pixelStride) {
      target[at + x] =
          OPAQUE
              | ((red[from] & 0xFF) << 16)
              | ((green[from + toGreen] & 0xFF) << 8)
              | (blue[from + toBlue] & 0xFF);
    }
  }

  private void readRgba(int row, int[] target, int at) {
    byte[] red = banks[0];
    byte[] green = banks[1];
    byte[] blue = banks[2];
    byte[] opacity = banks[3];
    int from = origins[0] + row;
    int toGreen = origins[1] - origins[0];
    int toBlue = origins[2] - origins[0];
    int toOpacity = origins[3] - origins[0];
    for (int x = 0; x < width; x++, from += pixelStride) {
      target[at + x] =
          (opacity[from + toOpacity] << 24)
              | ((red[from] & 0xFF) << 16)
              | ((green[from + toGreen] & 0xFF) << 8)
              | (blue[from + toBlue] & 0xFF);
    }
  }

  private void multiply(int[] target, int at) {
    for (int i = at; i < at + width; i++) {
      target[i] = premultiplied ? Premultiplied.cut(target[i]) : Premultiplied.of(target[i]);
    }
  }
}
