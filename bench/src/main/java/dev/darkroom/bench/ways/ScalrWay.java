package dev.darkroom.bench.ways;

import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.Rendition;
import dev.darkroom.imaging.RenditionSpec;
import dev.darkroom.imaging.Renditions;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.imgscalr.Scalr;

/**
 * Darkroom's decoder and encoder with a reduction by imgscalr alone: exact halvings as long as they
 * stay above the target, then one step of the given method; each size from the one before.
 */
final class ScalrWay implements RenditionMaker {
  private final Scalr.Method method;

  ScalrWay(Scalr.Method method) {
    this.method = method;
  }

  @Override
  public List<byte[]> make(byte[] file) {
    Picture picture = DarkroomWay.decoded(file);
    List<byte[]> files = new ArrayList<>();
    BufferedImage pixels = picture.pixels();
    for (RenditionSpec spec : DefaultSizes.SPECS) {
      PixelSize target = picture.original().within(spec.longEdge());
      pixels = reduced(pixels, target);
      files.addAll(encoded(picture, copy(pixels), spec));
    }
    return files;
  }

  private BufferedImage reduced(BufferedImage from, PixelSize target) {
    BufferedImage picture = from;
    while (picture.getWidth() >= 2 * target.width() && picture.getHeight() >= 2 * target.height()) {
      PixelSize half = new PixelSize(picture.getWidth() / 2, picture.getHeight() / 2);
      picture = scaled(picture, Scalr.Method.BALANCED, half);
    }
    return PixelSize.of(picture).equals(target) ? picture : scaled(picture, method, target);
  }

  private static BufferedImage scaled(BufferedImage picture, Scalr.Method method, PixelSize size) {
    return Scalr.resize(picture, method, Scalr.Mode.FIT_EXACT, size.width(), size.height());
  }

  /** A picture of the right size is encoded as it is. */
  private static List<byte[]> encoded(Picture of, BufferedImage pixels, RenditionSpec spec) {
    Picture reduced =
        new Picture(
            pixels,
            PixelSize.of(pixels),
            of.toSrgb(),
            of.format(),
            of.frames(),
            of.capture(),
            of.notes());
    return Renditions.make(reduced, List.of(spec)).stream().map(Rendition::bytes).toList();
  }

  /** The conversion to sRGB is in place, and the next size is made from pixels without it. */
  private static BufferedImage copy(BufferedImage picture) {
    BufferedImage copy =
        new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
    picture.copyData(copy.getRaster());
    return copy;
  }
}
