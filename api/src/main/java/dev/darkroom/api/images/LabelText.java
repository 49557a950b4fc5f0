package dev.darkroom.api.images;

import dev.darkroom.api.http.InvalidField;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** A label as people write it: {@code #sea side} and {@code sea side} are the same. */
final class LabelText {
  private static final int LONGEST = 50;
  private static final Pattern FORM =
      Pattern.compile("(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{N}\\p{M} _-]{1," + LONGEST + "}");

  private LabelText() {}

  /** The name without the {@code #} before it and the blanks around it. */
  static String name(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    return (plain.startsWith("#") ? plain.substring(1) : plain).strip();
  }

  /**
   * A name to look for; one that was found may hold other characters.
   *
   * @param field the parameter that holds it
   * @throws InvalidField when no label is so short or so long
   */
  static String searched(String field, String text) {
    String name = name(text);
    int length = name.codePointCount(0, name.length());
    if (length < 1 || length > LONGEST) {
      throw new InvalidField(field, "A label has 1 to " + LONGEST + " characters.");
    }
    return name;
  }

  /**
   * Lets the name of a label pass that a person gives.
   *
   * @throws InvalidField when it cannot be one
   */
  static void check(String name) {
    if (!FORM.matcher(name).matches()) {
      throw new InvalidField(
          "label",
          "A label has 1 to "
              + LONGEST
              + " characters: letters, digits, spaces, '_' and '-', not without a letter or digit.");
    }
  }
}
