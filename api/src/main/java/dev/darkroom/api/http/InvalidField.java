package dev.darkroom.api.http;

/** One field of the body, or one parameter of the path or query, is missing or wrong. */
public final class InvalidField extends Refusal {
  private final String field;

  /**
   * What is wrong with one field.
   *
   * @param field its name; in an array {@code files[3].contentType}
   * @param detail what is wrong, and what is right
   */
  public InvalidField(String field, String detail) {
    super(400, "invalid-field", "A field is invalid", detail);
    this.field = field;
  }

  @Override
  Problem problem() {
    return super.problem().in(field);
  }
}
