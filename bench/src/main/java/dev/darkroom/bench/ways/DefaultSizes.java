package dev.darkroom.bench.ways;

import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.RenditionSpec;
import dev.darkroom.imaging.Renditions;
import java.util.List;
import java.util.stream.Collectors;

/** The sizes in which every way makes a picture: the defaults of the template. */
public final class DefaultSizes {
  /** From large to small, in pixels. */
  public static final List<Integer> LONG_EDGES = List.of(1280, 480, 160);

  /** The same, for Darkroom. */
  public static final List<RenditionSpec> SPECS =
      RenditionSpec.parseList(
          LONG_EDGES.stream()
              .map(edge -> "px" + edge + ":" + edge)
              .collect(Collectors.joining(",")));

  /** Of the JPEG files, 0 to 1, for the ways that encode by ImageIO. */
  static final float QUALITY = 0.80f;

  private DefaultSizes() {}

  /** The size of a rendition, as Darkroom rounds it. */
  public static PixelSize inside(PixelSize original, int longEdge) {
    return Renditions.enough(original, RenditionSpec.parseList("px:" + longEdge));
  }
}
