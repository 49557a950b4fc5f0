package dev.darkroom.core;

import java.util.Map;

/**
 * A function's environment variables, as {@code template.yaml} sets them.
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
          "The environment variable " + name + " is not set; template.yaml sets it.");
    }
    return value;
  }

  /**
   * The value of a variable that holds a whole number.
   *
   * @throws IllegalArgumentException when the variable is not set, or not a whole number
   */
  public long number(String name) {
    String value = text(name);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The environment variable " + name + " is not a whole number: " + value, e);
    }
  }
}
