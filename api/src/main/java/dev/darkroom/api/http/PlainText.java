package dev.darkroom.api.http;

/**
 * The rules for what people write: it is shown as it is, never as mark-up, and holds nothing that
 * cannot be seen but spaces and line breaks.
 */
public final class PlainText {
  private static final char LINE_BREAK = '\n';

  private PlainText() {}

  /**
   * A text without white space around it, its line breaks each a single {@code \n}.
   *
   * @param field the field that holds the text
   * @param text may be empty, and so may be what comes of it
   * @param most how many code points it may have in the end
   * @throws InvalidField when it is longer, or holds control characters or half a character
   */
  public static String checked(String field, String text, int most) {
    String plain = text.replace("\r\n", "\n").replace('\r', LINE_BREAK).strip();
    if (!plain.codePoints().allMatch(PlainText::isAllowed)) {
      throw new InvalidField(
          field, field + " holds a control character. Of those only line breaks may stay.");
    }
    int length = plain.codePointCount(0, plain.length());
    if (length > most) {
      throw new InvalidField(
          field, field + " has " + length + " characters, and " + most + " is the most.");
    }
    return plain;
  }

  private static boolean isAllowed(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint == LINE_BREAK;
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> codePoint != 0xFFFE && codePoint != 0xFFFF;
    };
  }
}
