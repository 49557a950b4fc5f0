package dev.darkroom.api.http;

import java.text.Normalizer;

/**
 * The rules for what people write and others read: it is shown as it is, never as mark-up, and
 * holds nothing that cannot be seen. Lengths are in code points; texts are in Unicode's form NFC,
 * without white space around them.
 */
public final class PlainText {
  private static final char LINE_BREAK = '\n';

  private PlainText() {}

  /**
   * One line that says something.
   *
   * @param field the field that holds it, for the error
   * @param most the most code points that it may have
   * @throws InvalidField when it is empty or too long, or holds control characters, halves of
   *     characters, or marks that turn the direction of what follows
   */
  public static String line(String field, String text, int most) {
    String line = lines(field, text, 1, most);
    if (line.indexOf(LINE_BREAK) >= 0) {
      throw new InvalidField(field, field + " is one line. Leave out the line breaks.");
    }
    return line;
  }

  /**
   * Some lines, each line break a single {@code \n}.
   *
   * @param field the field that holds them, for the error
   * @param least the fewest code points that they may have
   * @param most the most code points that they may have
   * @throws InvalidField when they are too short or too long, or hold what a line may not
   */
  public static String lines(String field, String text, int least, int most) {
    String lines = text.replace("\r\n", "\n").replace('\r', LINE_BREAK).strip();
    if (!lines.codePoints().allMatch(PlainText::isAllowed)) {
      throw new InvalidField(
          field,
          field + " is plain text. Leave out control characters and marks of text direction.");
    }
    String plain = Normalizer.normalize(lines, Normalizer.Form.NFC);
    int length = plain.codePointCount(0, plain.length());
    if (length < least || length > most) {
      throw new InvalidField(
          field,
          field + " has " + length + " characters, and may have " + least + " to " + most + ".");
    }
    return plain;
  }

  private static boolean isAllowed(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint == LINE_BREAK;
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> !turnsDirection(codePoint) && codePoint != 0xFFFE && codePoint != 0xFFFF;
    };
  }

  private static boolean turnsDirection(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
