package dev.darkroom.api.http;

/**
 * What people write: text without markup, of limited length. Lengths are in code points, so that
 * every letter and sign counts once, whatever its bytes.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * One line, without the blanks around it.
   *
   * @param field the field that holds it, as errors name it
   * @throws InvalidField when it is blank, too long, or holds control characters or line breaks
   */
  public static String line(String field, String text, int longest) {
    String line = text.strip();
    if (!line.codePoints().allMatch(PlainText::isOfALine)) {
      throw new InvalidField(
          field, "The field " + field + " is one line of text, without control characters.");
    }
    return ofLength(field, line, longest);
  }

  /**
   * Some lines, as they were written.
   *
   * @param field the field that holds them, as errors name it
   * @throws InvalidField when they are blank, too long, or hold control characters other than line
   *     breaks
   */
  public static String lines(String field, String text, int longest) {
    if (!text.codePoints().allMatch(c -> c == '\n' || c == '\r' || isOfText(c))) {
      throw new InvalidField(
          field, "The field " + field + " holds no control characters but line breaks.");
    }
    return ofLength(field, text, longest);
  }

  private static String ofLength(String field, String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (text.isBlank() || length > longest) {
      throw new InvalidField(
          field, "The field " + field + " has 1 to " + longest + " characters, not all blank.");
    }
    return text;
  }

  private static boolean isOfALine(int codePoint) {
    int type = Character.getType(codePoint);
    return isOfText(codePoint)
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /** Half of a surrogate pair has no UTF-8: what is kept would be another text. */
  private static boolean isOfText(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL && type != Character.SURROGATE;
  }
}
