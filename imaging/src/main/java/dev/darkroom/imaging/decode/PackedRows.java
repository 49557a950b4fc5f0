package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.colour.Premultiplied;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;

/** Rows of pixels that are packed into an int, with 8 bits a level, in any order. */
final class PackedRows implements PixelRows {
  private final int width;
  private final int stride;
  private final int[] data;
  private final int origin;
  private final int red;
  private final int green;
  private final int blue;
  private final int opacity;
  private final boolean inOrder;
  private final boolean alpha;
  private final boolean premultiplied;

  PackedRows(BufferedImage picture) {
    Raster raster = picture.getRaster();
    DirectColorModel model = (DirectColorModel) picture.getColorModel();
    DataBufferInt buffer = (DataBufferInt) raster.getDataBuffer();
    width = raster.getWidth();
    stride = ((SinglePixelPackedSampleModel) raster.getSampleModel()).getScanlineStride();
    data = buffer.getData();
    origin =
        buffer.getOffset()
            - raster.getSampleModelTranslateY() * stride
            - raster.getSampleModelTranslateX();
    red = Integer.numberOfTrailingZeros(model.getRedMask());
    green = Integer.numberOfTrailingZeros(model.getGreenMask());
    blue = Integer.numberOfTrailingZeros(model.getBlueMask());
    opacity = Integer.numberOfTrailingZeros(model.getAlphaMask());
    alpha = model.hasAlpha();
    inOrder = red == 16 && green == 8 && blue == 0 && (!alpha || opacity == 24);
    premultiplied = model.isAlphaPremultiplied();
  }

  static boolean canRead(BufferedImage picture) {
    if (!(picture.getColorModel() instanceof DirectColorModel model)) {
      return false;
    }
    for (int bits : model.getComponentSize()) {
      if (bits != 8) {
        return false;
      }
    }
    return picture.getRaster().getSampleModel() instanceof SinglePixelPackedSampleModel
        && picture.getRaster().getDataBuffer() instanceof DataBufferInt;
  }

  @Override
  public void read(int y, int[] target, int at) {
    int from = origin + y * stride;
    if (inOrder) {
      System.arraycopy(data, from, target, at, width);
    } else {
      reorder(from, target, at);
    }
    for (int i = at; i < at + width; i++) {
      if (!alpha) {
        target[i] |= 0xFF000000;
      } else {
        target[i] = premultiplied ? Premultiplied.cut(target[i]) : Premultiplied.of(target[i]);
      }
    }
  }

  private void reorder(int from, int[] target, int at) {
    for (int x = 0; x < width; x++) {
      int stored = data[from + x];
      target[at + x] =
          ((stored >>> opacity) << 24)
              | (((stored >>> red) & 0xFF) << 16)
              | (((stored >>> green) & 0xFF) << 8)
              | ((stored >>> blue) & 0xFF);
    }
  }
}
