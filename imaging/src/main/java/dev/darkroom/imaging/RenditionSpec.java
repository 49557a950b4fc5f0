package dev.darkroom.imaging;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A named rendition that is made of every picture.
 *
 * @param name a lower-case letter, then lower-case letters, digits and hyphens
 * @param box the most that it may measure, each edge 1 to {@value #LONGEST_EDGE} px
 * @param fit how the picture meets the box
 * @param format how it is written
 */
public record RenditionSpec(String name, PixelSize box, RenditionFit fit, RenditionFormat format) {
  static final int LONGEST_EDGE = 10_000;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  /**
   * Checks name and box.
   *
   * @throws IllegalArgumentException when one of them is not as described
   */
  public RenditionSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Rendition name '"
              + name
              + "' is not a lower-case letter followed by lower-case letters, digits, hyphens");
    }
    checkEdge(name, box.width());
    checkEdge(name, box.height());
  }

  /**
   * Reads a list such as {@code large:1280,medium:480,card:400x300:cover,small:160:png}.
   *
   * <p>Entries are {@code name:size}, then {@code :fit} and {@code :format} if need be, separated
   * by commas, without spaces. The size is {@code 1280}, for a square box, or {@code 400x300}. The
   * fit is {@code inside}, unless it says {@code cover}. The format is {@code auto}, unless it says
   * {@code jpeg} or {@code png}.
   *
   * @return the renditions from the largest area of the box to the smallest; of equal ones, as
   *     given
   * @throws IllegalArgumentException when an entry is not as described, which it quotes, or a name
   *     comes twice
   */
  public static List<RenditionSpec> parseList(String text) {
    return RenditionGrammar.parseList(text);
  }

  /** The size of this rendition of a picture. */
  public PixelSize sizeOf(PixelSize original) {
    return fit.cropped(reduced(original), box);
  }

  /** The size to which the whole picture is reduced before it is cropped. */
  PixelSize reduced(PixelSize original) {
    return fit.reduced(original, box);
  }

  private static void checkEdge(String name, int edge) {
    if (edge < 1 || edge > LONGEST_EDGE) {
      throw new IllegalArgumentException(
          "Rendition '" + name + "' has an edge of " + edge + " px, not 1 to " + LONGEST_EDGE);
    }
  }
}
