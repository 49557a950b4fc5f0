package dev.darkroom.imaging.decode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Paints rows onto a white sRGB strip: Java2D converts the colours and blends the alpha. */
public final class PaintedStrips implements SrgbStrips {
  private final BufferedImage picture;
  private final BufferedImage strip;
  private final int[] pixels;

  public PaintedStrips(BufferedImage picture, int mostRows) {
    this.picture = picture;
    strip =
        new BufferedImage(
            picture.getWidth(),
            Math.min(mostRows, picture.getHeight()),
            BufferedImage.TYPE_INT_RGB);
    pixels = ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
  }

  @Override
  public int[] read(int top, int rows) {
    Graphics2D graphics = strip.createGraphics();
    try {
      if (picture.getColorModel().hasAlpha()) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, strip.getWidth(), rows);
      }
      graphics.drawImage(picture, 0, -top, null);
    } finally {
      graphics.dispose();
    }
    return pixels;
  }
}
