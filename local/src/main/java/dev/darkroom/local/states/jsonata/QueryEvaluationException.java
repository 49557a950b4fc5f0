package dev.darkroom.local.states.jsonata;

/** A JSONata expression that failed, or gave no usable value, when it was evaluated. */
public final class QueryEvaluationException extends Exception {
  private final String location;

  QueryEvaluationException(String message, String location) {
    super(message);
    this.location = location;
  }

  /** The field, relative to its state: {@code Output/labels[0]}. */
  public String location() {
    return location;
  }
}
