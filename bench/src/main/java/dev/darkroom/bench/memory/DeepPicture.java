package dev.darkroom.bench.memory;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** A picture of 16 bits a sample, with alpha: the largest that a PNG can be, pixel by pixel. */
final class DeepPicture {
  private static final int TO_16_BITS = 257;

  /** Of alpha, which fades in steps, so that the file stays small. */
  private static final int STEPS = 100;

  private static final int STEP = 0x0100;

  private DeepPicture() {}

  /** The same colours, fading out to the right. */
  static BufferedImage of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, width, height, 4, null);
    int[] row = new int[width];
    int[] samples = new int[4 * width];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        samples[4 * x] = (row[x] >> 16 & 0xFF) * TO_16_BITS;
        samples[4 * x + 1] = (row[x] >> 8 & 0xFF) * TO_16_BITS;
        samples[4 * x + 2] = (row[x] & 0xFF) * TO_16_BITS;
        samples[4 * x + 3] = 0xFFFF - STEP * (STEPS * x / width);
      }
      raster.setPixels(0, y, width, 1, samples);
    }
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_USHORT);
    return new BufferedImage(model, raster, false, null);
  }
}
