package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.colour.Premultiplied;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Rows of indexes into a palette. An index beyond it is black, as decoders agree. */
final class PaletteRows implements PixelRows {
  private static final int BLACK = 0xFF000000;

  private final Raster raster;
  private final int[] colours;
  private final boolean bytes;
  private final byte[] row;
  private final int[] wideRow;

  PaletteRows(Raster raster, IndexColorModel palette) {
    this.raster = raster;
    bytes = raster.getTransferType() == DataBuffer.TYPE_BYTE;
    row = new byte[bytes ? raster.getWidth() : 0];
    wideRow = new int[bytes ? 0 : raster.getWidth()];
    colours = new int[bytes ? 256 : 65_536];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = i < palette.getMapSize() ? Premultiplied.of(palette.getRGB(i)) : BLACK;
    }
  }

  @Override
  public void read(int y, int[] target, int at) {
    int width = raster.getWidth();
    if (bytes) {
      raster.getDataElements(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        target[at + x] = colours[row[x] & 0xFF];
      }
    } else {
      raster.getSamples(0, y, width, 1, 0, wideRow);
      for (int x = 0; x < width; x++) {
        target[at + x] = colours[wideRow[x]];
      }
    }
  }
}
