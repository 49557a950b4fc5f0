package dev.darkroom.imaging.colour;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** Rows of cyan, magenta, yellow and black, a byte each, where 255 is full ink. */
final class InkRows {
  private static final int INKS = 4;

  private final Raster raster;
  private final boolean ycck;
  private final boolean inverted;
  private int[] samples = new int[0];

  InkRows(Raster raster, boolean ycck, boolean inverted) {
    this.raster =
        raster.createChild(
            raster.getMinX(),
            raster.getMinY(),
            raster.getWidth(),
            raster.getHeight(),
            0,
            0,
            new int[] {0, 1, 2, 3});
    this.ycck = ycck;
    this.inverted = inverted;
  }

  int width() {
    return raster.getWidth();
  }

  int height() {
    return raster.getHeight();
  }

  /**
   * Reads rows.
   *
   * @param inks where they go, from the first element on
   */
  void read(int top, int rows, byte[] inks) {
    int count = width() * rows * INKS;
    if (raster.getTransferType() == DataBuffer.TYPE_BYTE) {
      raster.getDataElements(0, top, width(), rows, inks);
    } else {
      samples = raster.getPixels(0, top, width(), rows, samples.length == count ? samples : null);
      int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
      for (int i = 0; i < count; i++) {
        inks[i] = (byte) ((samples[i] * 255L + most / 2) / most);
      }
    }
    if (ycck) {
      for (int at = 0; at < count; at += INKS) {
        Ycck.toInks(inks, at);
      }
    }
    if (inverted) {
      for (int i = 0; i < count; i++) {
        inks[i] = (byte) ~inks[i];
      }
    }
  }
}
