package dev.darkroom.local.sweep;

/**
 * What goes wrong, and where.
 *
 * @param function the function that makes the call, as {@code Persist}
 * @param call which of the calls of one invocation, from 1; the SDK's own retries count
 * @param kind what goes wrong
 * @param lasting false: once, in the function's first invocation for a job; true: with this and all
 *     later calls of each invocation, until somebody mends it
 */
record Fault(String function, int call, Kind kind, boolean lasting) {

  boolean meets(Call made) {
    return made.function().equals(function)
        && (lasting ? made.number() >= call : made.invocation() == 1 && made.number() == call);
  }

  @Override
  public String toString() {
    return function + " call " + call + ": " + kind + (lasting ? ", lasting" : ", once");
  }
}
