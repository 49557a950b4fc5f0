package dev.darkroom.bench.ways;

import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.Rendition;
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
    for (int i = 0; i < DefaultSizes.SPECS.size(); i++) {
      pixels =
          reduced(pixels, DefaultSizes.inside(picture.original(), DefaultSizes.LONG_EDGES.get(i)));
      // Of the size that is asked for, it is encoded as it is.
      Renditions.make(with(pixels, picture), DefaultSizes.SPECS.subList(i, i + 1)).stream()
          .map(Rendition::bytes)
          .forEach(files::add);
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

  private static Picture with(BufferedImage pixels, Picture picture) {
    return new Picture(
        pixels,
        PixelSize.of(pixels),
        picture.toSrgb(),
        picture.format(),
        picture.frames(),
        picture.capture(),
        picture.notes());
  }
}
