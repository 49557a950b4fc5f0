package dev.darkroom.imaging.jpeg;

import static org.bytedeco.leptonica.global.leptonica.pixCreateNoInit;

import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;

/**
 * A picture in native memory, as Leptonica keeps it: rows of 32-bit words, of which one holds a
 * pixel as RGBx, or four grey levels; the first is in the highest bits.
 */
final class NativePicture implements AutoCloseable {
  private static final int COLOUR_DEPTH = 32;

  private final PIX pix;

  /** Takes a picture over. */
  NativePicture(PIX pix) {
    this.pix = pix;
  }

  /** Makes room for a colour picture. */
  static NativePicture ofSize(PixelSize size) {
    PIX pix = pixCreateNoInit(size.width(), size.height(), COLOUR_DEPTH);
    if (pix == null) {
      throw new OutOfMemoryError("No native memory for a picture of " + size);
    }
    return new NativePicture(pix);
  }

  /** Copies a picture of {@link BufferedImage#TYPE_INT_RGB} and of this size. */
  void fill(BufferedImage picture) {
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    int[] row = new int[picture.getWidth()];
    IntBuffer words = words();
    for (int y = 0; y < picture.getHeight(); y++) {
      System.arraycopy(pixels, y * row.length, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        row[x] <<= 8;
      }
      words.put(row);
    }
  }

  PIX pix() {
    return pix;
  }

  PixelSize size() {
    return new PixelSize(pix.w(), pix.h());
  }

  /** A copy of {@link BufferedImage#TYPE_INT_RGB}. */
  BufferedImage toJava() {
    int width = pix.w();
    BufferedImage picture = new BufferedImage(width, pix.h(), BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    boolean colour = pix.d() == COLOUR_DEPTH;
    int[] row = new int[pix.wpl()];
    IntBuffer words = words();
    for (int y = 0; y < pix.h(); y++) {
      words.get(row);
      if (colour) {
        for (int x = 0; x < row.length; x++) {
          row[x] >>>= 8;
        }
        System.arraycopy(row, 0, pixels, y * width, width);
      } else {
        for (int x = 0; x < width; x++) {
          pixels[y * width + x] = (row[x / 4] >>> (24 - 8 * (x % 4)) & 0xFF) * 0x010101;
        }
      }
    }
    return picture;
  }

  private IntBuffer words() {
    return pix.data().capacity((long) pix.wpl() * pix.h()).asBuffer();
  }

  @Override
  public void close() {
    leptonica.pixDestroy(pix);
  }
}
