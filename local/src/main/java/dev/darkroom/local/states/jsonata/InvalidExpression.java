package dev.darkroom.local.states.jsonata;

/** A JSONata expression that a definition must not hold. */
public final class InvalidExpression extends Exception {
  private final String code;
  private final String location;

  InvalidExpression(String code, String message, String location) {
    super(message);
    this.code = code;
    this.location = location;
  }

  /** {@code INVALID_JSONATA_EXPRESSION} or {@code UNSUPPORTED_JSONATA_EXPRESSION}. */
  public String code() {
    return code;
  }

  /** The field, relative to its state: {@code Output/labels[0]}. */
  public String location() {
    return location;
  }
}
