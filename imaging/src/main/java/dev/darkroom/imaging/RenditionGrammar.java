package dev.darkroom.imaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads lists of renditions, as {@link RenditionSpec#parseList} describes them. */
final class RenditionGrammar {
  private static final Pattern ENTRY =
      Pattern.compile("([^:]*):([0-9]{1,9})(?:x([0-9]{1,9}))?(?::([^:]*))?(?::([^:]*))?");

  private RenditionGrammar() {}

  static List<RenditionSpec> parseList(String text) {
    List<RenditionSpec> specs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String entry : text.split(",", -1)) {
      RenditionSpec spec = parse(entry, text);
      if (!names.add(spec.name())) {
        throw new IllegalArgumentException(
            "Rendition name '" + spec.name() + "' comes twice in '" + text + "'");
      }
      specs.add(spec);
    }
    specs.sort(Comparator.comparingLong((RenditionSpec spec) -> spec.box().pixels()).reversed());
    return List.copyOf(specs);
  }

  private static RenditionSpec parse(String entry, String text) {
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Rendition '"
              + entry
              + "' in '"
              + text
              + "' is not name:size, as in large:1280 or card:400x300:cover:jpeg");
    }
    String first = matcher.group(4);
    String second = matcher.group(5);
    Optional<RenditionFit> fit = fit(first);
    // Both may be left out: a single word is either.
    String format = fit.isPresent() ? second : first;
    if (fit.isEmpty() && second != null) {
      throw new IllegalArgumentException(
          "Rendition '" + entry + "' has '" + first + "' as its fit, not inside or cover");
    }
    int width = Integer.parseInt(matcher.group(2));
    int height = matcher.group(3) == null ? width : Integer.parseInt(matcher.group(3));
    return new RenditionSpec(
        matcher.group(1),
        new PixelSize(width, height),
        fit.orElse(RenditionFit.INSIDE),
        format == null ? RenditionFormat.AUTO : format(format, entry));
  }

  private static Optional<RenditionFit> fit(String word) {
    return Stream.of(RenditionFit.values()).filter(fit -> fit.word().equals(word)).findFirst();
  }

  private static RenditionFormat format(String word, String entry) {
    return Stream.of(RenditionFormat.values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Rendition '"
                        + entry
                        + "' has '"
                        + word
                        + "' behind its size, not inside or cover, nor auto, jpeg or png;"
                        + " WebP is read but not written"));
  }
}
