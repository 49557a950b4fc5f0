package dev.darkroom.imaging.format;

import dev.darkroom.imaging.PixelSize;

/** Where a frame lies on its canvas; it never reaches beyond it. */
public record FramePlace(int x, int y, int width, int height) {

  static FramePlace filling(PixelSize canvas) {
    return new FramePlace(0, 0, canvas.width(), canvas.height());
  }

  public PixelSize size() {
    return new PixelSize(width, height);
  }

  public boolean fills(PixelSize canvas) {
    return x == 0 && y == 0 && width == canvas.width() && height == canvas.height();
  }
}
