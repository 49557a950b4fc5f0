package dev.darkroom.bench.ways;

import dev.darkroom.imaging.RenditionSpec;
import java.util.List;

/** The sizes in which every way makes a picture: the defaults of the template. */
public final class DefaultSizes {
  /** From large to small. */
  public static final List<RenditionSpec> SPECS =
      RenditionSpec.parseList("large:1280,medium:480,small:160");

  /** From large to small, in pixels. */
  public static final List<Integer> LONG_EDGES =
      SPECS.stream().map(RenditionSpec::longEdge).toList();

  /** Of the JPEG files, 0 to 1, for the ways that encode by ImageIO. */
  static final float QUALITY = 0.80f;

  private DefaultSizes() {}
}
