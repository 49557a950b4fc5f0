package dev.darkroom.local.rekognition;

import java.util.List;

/**
 * One of the 139 different colours that CSS names.
 *
 * @param simplified its group: red, orange, yellow, green, cyan, blue, purple, pink, brown, black,
 *     grey or white
 * @see <a href="https://www.w3.org/TR/css-color-4/#named-colors">CSS Color 4, named colours</a>
 */
record CssColor(String name, int rgb, String simplified) {

  static List<CssColor> all() {
    return CsvResource.rows("css-colors.csv").stream()
        .map(row -> new CssColor(row[0], Integer.parseInt(row[1], 16), row[2]))
        .toList();
  }

  int red() {
    return rgb >> 16;
  }

  int green() {
    return (rgb >> 8) & 0xff;
  }

  int blue() {
    return rgb & 0xff;
  }

  /** As CSS writes it: {@code #2f4f4f}. */
  String hexCode() {
    return "#%06x".formatted(rgb);
  }
}
