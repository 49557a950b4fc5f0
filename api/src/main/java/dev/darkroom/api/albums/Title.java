package dev.darkroom.api.albums;

import dev.darkroom.api.http.Fields;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.PlainText;

/** The rules for an album's title. */
final class Title {
  static final String FIELD = "title";
  private static final int LONGEST = 100;

  private Title() {}

  /**
   * The title that a body gives, without the blanks around it.
   *
   * @throws InvalidField when it is missing, or no line of 1 to 100 characters
   */
  static String of(Fields fields) {
    return PlainText.line(fields.name(FIELD), fields.text(FIELD), LONGEST);
  }
}
