package dev.darkroom.imaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A named size in which every picture is made.
 *
 * @param name a lower-case letter, then lower-case letters, digits and hyphens
 * @param longEdge the longer of width and height, in pixels, 1 to {@value #MOST_PIXELS_LONG}
 */
public record RenditionSpec(String name, int longEdge) {
  private static final int MOST_PIXELS_LONG = 10_000;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern ENTRY = Pattern.compile("([^:]*):([0-9]{1,9})");

  /**
   * Checks name and edge.
   *
   * @throws IllegalArgumentException when the name or the edge is not as described
   */
  public RenditionSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Rendition name '"
              + name
              + "' is not a lower-case letter followed by lower-case letters, digits, hyphens");
    }
    if (longEdge < 1 || longEdge > MOST_PIXELS_LONG) {
      throw new IllegalArgumentException(
          "Rendition '" + name + "' is " + longEdge + " px long, not 1 to " + MOST_PIXELS_LONG);
    }
  }

  /**
   * Reads a list such as {@code large:1280,medium:480,small:160}.
   *
   * @return the sizes from large to small
   * @throws IllegalArgumentException when the list is empty, an entry is not {@code name:pixels}
   *     without spaces, or a name comes twice
   */
  public static List<RenditionSpec> parseList(String text) {
    List<RenditionSpec> sizes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String entry : text.split(",", -1)) {
      RenditionSpec size = parse(entry, text);
      if (!names.add(size.name)) {
        throw new IllegalArgumentException(
            "Rendition name '" + size.name + "' comes twice in '" + text + "'");
      }
      sizes.add(size);
    }
    sizes.sort(Comparator.comparingInt(RenditionSpec::longEdge).reversed());
    return List.copyOf(sizes);
  }

  private static RenditionSpec parse(String entry, String text) {
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Rendition '" + entry + "' in '" + text + "' is not name:pixels, as in large:1280");
    }
    return new RenditionSpec(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }
}
