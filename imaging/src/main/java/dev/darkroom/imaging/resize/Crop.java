package dev.darkroom.imaging.resize;

import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;

/** Cuts the edges of a picture off. */
public final class Crop {
  private Crop() {}

  /**
   * The centre of a picture. Of an odd number of columns or rows that are cut off, the odd one is
   * at the right or at the bottom.
   *
   * @param size no edge longer than that of the picture
   * @return the picture itself when it has that size, else a copy
   */
  public static BufferedImage centre(BufferedImage picture, PixelSize size) {
    if (PixelSize.of(picture).equals(size)) {
      return picture;
    }
    return copy(
        picture.getSubimage(
            (picture.getWidth() - size.width()) / 2,
            (picture.getHeight() - size.height()) / 2,
            size.width(),
            size.height()));
  }

  /** A copy of a picture, or of a part of one, with pixels of its own. */
  public static BufferedImage copy(BufferedImage picture) {
    BufferedImage copy =
        new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
    picture.copyData(copy.getRaster());
    return copy;
  }
}
