package dev.darkroom.local.sweep;

/**
 * A call as it went.
 *
 * @param operation the service and what it was asked for
 * @param outcome the answer's status, or what went wrong
 */
record RecordedCall(Call call, String operation, String outcome) {

  @Override
  public String toString() {
    return call + ": " + operation + " -> " + outcome;
  }
}
