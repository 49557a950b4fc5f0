package dev.darkroom.local.states.jsonata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the variables of JSONata that Step Functions does not offer: {@code $eval}, {@code $$}. */
final class ForbiddenReferences {
  /** What may hold a dollar sign without being a variable comes first, and is passed over. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`|/\\*.*?\\*/"
              + "|(?<eval>\\$eval(?![\\p{Alnum}_]))|(?<root>\\$\\$)",
          Pattern.DOTALL);

  private ForbiddenReferences() {}

  static void check(String source, String location) throws InvalidExpression {
    Matcher tokens = TOKEN.matcher(source);
    while (tokens.find()) {
      if (tokens.group("eval") != null) {
        throw unsupported("The function '$eval' is not supported. Use '$parse'.", location);
      } else if (tokens.group("root") != null) {
        throw unsupported("Reference to '$$' is not supported.", location);
      }
    }
  }

  private static InvalidExpression unsupported(String message, String location) {
    return new InvalidExpression("UNSUPPORTED_JSONATA_EXPRESSION", message, location);
  }
}
