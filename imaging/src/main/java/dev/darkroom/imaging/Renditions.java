package dev.darkroom.imaging;

import dev.darkroom.imaging.colour.ColourConversion;
import dev.darkroom.imaging.resize.Crop;
import dev.darkroom.imaging.resize.Reduction;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the renditions of a picture: sRGB, of the sizes that {@link PixelSize#within} and {@link
 * RenditionFit#COVER} define, each reduced from the next larger one. Nothing is enlarged.
 */
public final class Renditions {
  private Renditions() {}

  /**
   * The size of the whole picture that is enough for each rendition, before any of them is cropped.
   *
   * @param original the upright size
   * @param specs one at least
   */
  public static PixelSize enough(PixelSize original, List<RenditionSpec> specs) {
    return specs.stream()
        .map(spec -> spec.reduced(original))
        .max(Comparator.comparingLong(PixelSize::pixels))
        .orElseThrow();
  }

  /**
   * Makes one rendition for each spec, and leaves the picture as it is.
   *
   * @param specs with different names
   * @return in the order of the specs
   */
  public static List<Rendition> make(Picture picture, List<RenditionSpec> specs) {
    PixelSize original = picture.original();
    BufferedImage whole = converted(picture, enough(original, specs));
    Map<String, Rendition> byName = new HashMap<>();
    Map<Object, RenditionFile> files = new HashMap<>();
    for (RenditionSpec spec : largestFirst(specs, original)) {
      whole = Reduction.of(whole, spec.reduced(original));
      BufferedImage pixels = Crop.centre(whole, spec.sizeOf(original));
      RenditionFile file =
          files.computeIfAbsent(
              List.of(spec.format(), PixelSize.of(whole), PixelSize.of(pixels)),
              same -> RenditionFile.of(pixels, spec.format()));
      byName.put(spec.name(), file.named(spec.name(), PixelSize.of(pixels)));
    }
    return specs.stream().map(spec -> byName.get(spec.name())).toList();
  }

  /** The colours are converted once, after the picture is as small as it may be. */
  private static BufferedImage converted(Picture picture, PixelSize size) {
    BufferedImage reduced = Reduction.of(picture.pixels(), size);
    if (picture.toSrgb() == ColourConversion.NONE) {
      return reduced;
    }
    BufferedImage own = reduced == picture.pixels() ? Crop.copy(reduced) : reduced;
    picture.toSrgb().apply(own);
    return own;
  }

  private static List<RenditionSpec> largestFirst(List<RenditionSpec> specs, PixelSize original) {
    return specs.stream()
        .sorted(
            Comparator.comparingLong((RenditionSpec spec) -> spec.reduced(original).pixels())
                .reversed())
        .toList();
  }
}
