package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Turns a decoded picture upright and into packed pixels in one pass, some rows at a time, so that
 * no third copy of it is held.
 *
 * <p>The result is of {@link BufferedImage#TYPE_INT_ARGB_PRE} when some pixel is not opaque, else
 * of {@link BufferedImage#TYPE_INT_RGB}. Its levels are those of the file, in 8 bits, whatever
 * profile the picture's colour model names; grey stands in red, green and blue. Only a picture
 * whose {@link dev.darkroom.imaging.colour.DeviceSpace} is {@code OTHER} is converted, to sRGB.
 */
public final class UprightPicture {
  /** A line of the processor's cache in the target, which is written as a whole. */
  private static final int STRIP_ROWS = 16;

  private UprightPicture() {}

  /**
   * Turns a picture upright.
   *
   * @param stored of any type; the result itself when it needs no change
   */
  public static BufferedImage of(BufferedImage stored, Orientation orientation) {
    if (stored.getType() == BufferedImage.TYPE_INT_RGB && orientation == Orientation.NORMAL) {
      return stored;
    }
    return ofFrame(stored, 0, 0, PixelSize.of(stored), orientation);
  }

  /**
   * Turns one frame of an animation upright on its screen, which is transparent where the frame is
   * not.
   *
   * @param left the column of the screen where the frame begins; what lies outside of the screen is
   *     cut off
   * @param top the row of the screen where the frame begins
   * @param screen the size of the whole picture, before it is turned
   */
  public static BufferedImage ofFrame(
      BufferedImage frame, int left, int top, PixelSize screen, Orientation orientation) {
    boolean swap = orientation.swapsSides();
    BufferedImage upright =
        new BufferedImage(
            swap ? screen.height() : screen.width(),
            swap ? screen.width() : screen.height(),
            BufferedImage.TYPE_INT_ARGB_PRE);
    int firstX = Math.max(0, -left);
    int firstY = Math.max(0, -top);
    int endX = Math.min(frame.getWidth(), screen.width() - left);
    int endY = Math.min(frame.getHeight(), screen.height() - top);
    if (firstX >= endX || firstY >= endY) {
      return upright;
    }

    int[] target = ((DataBufferInt) upright.getRaster().getDataBuffer()).getData();
    Orientation.Placement to = orientation.placement(screen.width(), screen.height());
    boolean opaque = (long) (endX - firstX) * (endY - firstY) == screen.pixels();
    boolean mayBeTransparent = frame.getColorModel().hasAlpha();
    PixelRows source = PixelRows.of(frame);
    PixelStrip strip = new PixelStrip(frame.getWidth(), swap ? STRIP_ROWS : 1);
    for (int y = firstY; y < endY; y += strip.rows()) {
      int rows = Math.min(strip.rows(), endY - y);
      strip.fill(source, y, rows);
      opaque = opaque && !(mayBeTransparent && strip.hasTransparency(rows));
      int start = to.origin() + (left + firstX) * to.stepX() + (top + y) * to.stepY();
      strip.place(firstX, endX, rows, target, start, to);
    }
    return opaque ? opaque(upright) : upright;
  }

  /** The same pixels, taken for opaque. */
  private static BufferedImage opaque(BufferedImage picture) {
    DirectColorModel model = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
    WritableRaster raster =
        Raster.createPackedRaster(
            picture.getRaster().getDataBuffer(),
            picture.getWidth(),
            picture.getHeight(),
            picture.getWidth(),
            model.getMasks(),
            null);
    return new BufferedImage(model, raster, false, null);
  }
}
