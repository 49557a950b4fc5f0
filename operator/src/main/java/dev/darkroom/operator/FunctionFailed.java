package dev.darkroom.operator;

/** A function that was invoked threw. */
final class FunctionFailed extends RuntimeException {
  FunctionFailed(String function, String answer) {
    super(function + " failed: " + answer);
  }
}
