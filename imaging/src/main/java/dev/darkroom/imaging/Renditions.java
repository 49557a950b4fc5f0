package dev.darkroom.imaging;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the renditions of a picture, each from the next larger one.
 *
 * <p>The long edge is as the size says; the short edge follows the aspect of the original, rounded
 * half up, and is 1 px at least. Nothing is enlarged: a picture that is smaller than a size is kept
 * at its own.
 */
public final class Renditions {
  private Renditions() {}

  /**
   * Makes one rendition for each size.
   *
   * @param upright the picture, of {@link BufferedImage#TYPE_INT_RGB}; it is not changed
   * @return JPEG files, from large to small
   */
  public static List<Rendition> make(BufferedImage upright, List<RenditionSize> sizes) {
    PixelSize original = PixelSize.of(upright);
    List<Rendition> renditions = new ArrayList<>();
    BufferedImage picture = upright;
    byte[] encoded = null;
    for (RenditionSize size : largestFirst(sizes)) {
      PixelSize target = original.within(size.longEdge());
      if (encoded == null || !target.equals(PixelSize.of(picture))) {
        picture = Reduction.of(picture, target);
        encoded = JpegEncoder.encode(picture);
      }
      renditions.add(
          new Rendition(
              size.name(), target.width(), target.height(), JpegEncoder.CONTENT_TYPE, encoded));
    }
    return List.copyOf(renditions);
  }

  private static List<RenditionSize> largestFirst(List<RenditionSize> sizes) {
    return sizes.stream()
        .sorted(Comparator.comparingInt(RenditionSize::longEdge).reversed())
        .toList();
  }
}
