package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.colour.DeviceSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/** The rows of a stored picture as packed, premultiplied ARGB of 8 bits each. */
interface PixelRows {

  /**
   * Reads one row, from its first pixel to its last.
   *
   * @param at where in {@code target} the first pixel goes
   */
  void read(int y, int[] target, int at);

  /**
   * The quickest way to read a picture.
   *
   * <p>Levels come as they are stored: no profile of the colour model is applied, and grey is put
   * into red, green and blue. Only what is neither grey nor RGB is converted, to sRGB.
   */
  static PixelRows of(BufferedImage picture) {
    if (picture.getColorModel() instanceof IndexColorModel palette) {
      return new PaletteRows(picture.getRaster(), palette);
    }
    if (DeviceSpace.of(picture) == DeviceSpace.OTHER) {
      return new ConvertedRows(picture);
    }
    if (ByteRows.canRead(picture)) {
      return new ByteRows(picture);
    }
    if (PackedRows.canRead(picture)) {
      return new PackedRows(picture);
    }
    return SampleRows.canRead(picture) ? new SampleRows(picture) : new NormalizedRows(picture);
  }
}
