package dev.darkroom.imaging;

import dev.darkroom.imaging.jpeg.JpegEncoder;
import dev.darkroom.imaging.resize.Reduction;
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

  /** The size of the largest rendition of a picture of the given upright size. */
  public static PixelSize enough(PixelSize original, List<RenditionSpec> specs) {
    return original.within(specs.stream().mapToInt(RenditionSpec::longEdge).max().orElseThrow());
  }

  /**
   * Makes one rendition for each size.
   *
   * @return JPEG files, from large to small
   */
  public static List<Rendition> make(Picture picture, List<RenditionSpec> sizes) {
    PixelSize original = picture.original();
    List<Rendition> renditions = new ArrayList<>();
    BufferedImage reduced = picture.pixels();
    byte[] encoded = null;
    for (RenditionSpec size : largestFirst(sizes)) {
      PixelSize target = original.within(size.longEdge());
      if (encoded == null || !target.equals(PixelSize.of(reduced))) {
        reduced = Reduction.of(reduced, target);
        encoded = JpegEncoder.encode(reduced);
      }
      renditions.add(
          new Rendition(
              size.name(), target.width(), target.height(), JpegEncoder.CONTENT_TYPE, encoded));
    }
    return List.copyOf(renditions);
  }

  private static List<RenditionSpec> largestFirst(List<RenditionSpec> sizes) {
    return sizes.stream()
        .sorted(Comparator.comparingInt(RenditionSpec::longEdge).reversed())
        .toList();
  }
}
