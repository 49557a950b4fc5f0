package dev.darkroom.local.cdn;

import java.util.regex.Pattern;

/** Patterns in which {@code *} stands for any characters, or none, and {@code ?} for just one. */
final class Wildcard {
  private static final Pattern PART = Pattern.compile("[*?]|[^*?]+");

  private Wildcard() {}

  static boolean matches(String pattern, String text) {
    String regex =
        PART.matcher(pattern)
            .replaceAll(
                part ->
                    switch (part.group()) {
                      case "*" -> ".*";
                      case "?" -> ".";
                      default ->
                          java.util.regex.Matcher.quoteReplacement(Pattern.quote(part.group()));
                    });
    return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
  }
}
