package dev.darkroom.imaging.colour;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.util.Optional;

/**
 * A picture of CMYK inks, as it looks in sRGB.
 *
 * <p>Inks that no profile describes are taken as web browsers take them: {@code red = (1 − c)(1 −
 * k)}, and so on.
 *
 * @param pixels of {@link BufferedImage#TYPE_INT_RGB}, in sRGB
 * @param profileBroken whether a profile was there, but could not be used
 */
public record InkPicture(BufferedImage pixels, boolean profileBroken) {
  private static final int STRIP_PIXELS = 8192;

  /**
   * Converts a picture.
   *
   * @param inks four bands, after which others may come that are left out; of a JPEG as {@link
   *     javax.imageio.ImageReader#readRaster} gives them
   * @param ycck whether the first three are luma and chroma in place of cyan, magenta and yellow
   * @param inverted whether the highest sample stands for no ink, as in JPEG files of Adobe's
   * @param icc the embedded profile
   */
  public static InkPicture of(Raster inks, boolean ycck, boolean inverted, Optional<byte[]> icc) {
    if (inks.getNumBands() < 4) {
      throw new IllegalArgumentException(inks.getNumBands() + " bands are not four inks.");
    }
    ByteConversion conversion = new DefaultInks();
    boolean broken = false;
    if (icc.isPresent()) {
      try {
        conversion = ColourProfile.read(icc.get()).inks();
      } catch (BrokenProfile e) {
        broken = true;
      }
    }
    return new InkPicture(converted(new InkRows(inks, ycck, inverted), conversion), broken);
  }

  private static BufferedImage converted(InkRows inks, ByteConversion conversion) {
    int width = inks.width();
    int height = inks.height();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] target = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    int stripRows = Math.min(height, Math.max(1, STRIP_PIXELS / width));
    byte[] stored = new byte[stripRows * width * 4];
    byte[] srgb = new byte[stripRows * width * 3];
    for (int y = 0; y < height; y += stripRows) {
      int rows = Math.min(stripRows, height - y);
      inks.read(y, rows, stored);
      conversion.convert(stored, srgb, rows * width);
      for (int i = 0, at = y * width; i < rows * width; i++, at++) {
        target[at] = Levels.packed(srgb, i * 3);
      }
    }
    return picture;
  }
}
