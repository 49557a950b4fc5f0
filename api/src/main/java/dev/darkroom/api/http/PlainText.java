package dev.darkroom.api.http;

import java.text.Normalizer;

/** Text that people write and others read: one line, without anything that is not seen. */
public final class PlainText {
  private PlainText() {}

  /**
   * The text in Unicode's form NFC, without spaces around it.
   *
   * @param field the field that holds it, for the error
   * @param most code points
   * @throws InvalidField when it is empty or too long, or holds control characters, halves of
   *     characters, or marks that turn the direction of what follows
   */
  public static String checked(String field, String text, int most) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    int length = plain.codePointCount(0, plain.length());
    if (length < 1 || length > most) {
      throw new InvalidField(field, field + " has 1 to " + most + " characters.");
    }
    if (!plain.codePoints().allMatch(PlainText::isPlain)) {
      throw new InvalidField(field, field + " is one line of text without control characters.");
    }
    return plain;
  }

  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isDirectional(codePoint);
    };
  }

  private static boolean isDirectional(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
