package dev.darkroom.api.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.api.http.InvalidField;

/** The rules for a file's name: it becomes the last part of an object's key. */
final class FileName {
  private static final int LONGEST = 255;

  private FileName() {}

  /**
   * @param field the field that gave the name
   * @throws InvalidField when it cannot be the last part of a key, or holds what cannot be shown
   */
  static String checked(String field, String name) {
    int bytes = name.getBytes(UTF_8).length;
    if (bytes < 1 || bytes > LONGEST) {
      throw new InvalidField(field, "A file name has 1 to " + LONGEST + " bytes of UTF-8.");
    }
    if (name.equals(".") || name.equals("..")) {
      throw new InvalidField(field, "'" + name + "' names a folder. Send the file's own name.");
    }
    if (name.indexOf('/') >= 0) {
      throw new InvalidField(field, "A file name holds no '/'. Leave the folders out.");
    }
    if (!name.codePoints().allMatch(FileName::isAllowed)) {
      throw new InvalidField(field, "A file name holds no control characters. Leave them out.");
    }
    return name;
  }

  /** S3 lists keys in XML, which has no place for these. */
  private static boolean isAllowed(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> codePoint != 0xFFFE && codePoint != 0xFFFF;
    };
  }
}
