package dev.darkroom.local.sweep;

/**
 * One call of an AWS service that a function is about to make.
 *
 * @param run whose job it is about
 * @param function the function's name in the template, without {@code Function}
 * @param requestId of the invocation
 * @param invocation which invocation of this function for the job, from 1
 * @param number which call of this invocation, from 1
 */
record Call(Run run, String function, String requestId, int invocation, int number) {

  @Override
  public String toString() {
    return "%s %d, call %d".formatted(function, invocation, number);
  }
}
