package dev.darkroom.api;

/** One field of the body is missing or wrong. */
final class InvalidField extends RuntimeException {
  private final String field;

  InvalidField(String field, String detail) {
    super(detail);
    this.field = field;
  }

  String field() {
    return field;
  }
}
