package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.format.FramePlace;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** What a frame lies on: transparent where the frame is not. */
final class Canvas {
  private final BufferedImage pixels;

  private Canvas(BufferedImage pixels) {
    this.pixels = pixels;
  }

  static Canvas of(PixelSize size) {
    return new Canvas(new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB));
  }

  BufferedImage with(BufferedImage frame, FramePlace place) {
    Graphics2D graphics = pixels.createGraphics();
    try {
      graphics.drawImage(frame, place.x(), place.y(), null);
    } finally {
      graphics.dispose();
    }
    return pixels;
  }
}
