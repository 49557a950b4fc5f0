package dev.darkroom.core;

import java.util.Map;
import java.util.Optional;

/**
 * Variables as {@code template.yaml} sets them: of a function's environment, or of the API's stage.
 *
 * @param variables by name
 */
public record Environment(Map<String, String> variables) {

  /**
   * The value of a variable.
   *
   * @throws IllegalArgumentException when the variable is not set
   */
  public String text(String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "The variable " + name + " is missing; template.yaml sets it.");
    }
    return value;
  }

  /** The value of a variable, or another when it is not set. */
  public String text(String name, String otherwise) {
    return variables.containsKey(name) ? text(name) : otherwise;
  }

  /** The value of a variable that the template sets only where a feature is asked for. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * The value of a variable that holds a whole number.
   *
   * @param largest the largest value that makes sense
   * @throws IllegalArgumentException when the variable is not set, or not a number from 1 to {@code
   *     largest}
   */
  public long number(String name, long largest) {
    return number(name, text(name), largest);
  }

  /** The value of a variable that holds a whole number, or another when it is not set. */
  public long number(String name, long largest, long otherwise) {
    return number(name, text(name, Long.toString(otherwise)), largest);
  }

  private static long number(String name, String value, long largest) {
    String range = name + " must be a whole number from 1 to " + largest + ", not '" + value + "'.";
    try {
      long number = Long.parseLong(value);
      if (number < 1 || number > largest) {
        throw new IllegalArgumentException(range);
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(range, e);
    }
  }
}
