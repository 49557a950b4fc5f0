package dev.darkroom.local.states.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says whether an execution can be redriven.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">
 *     Restarting state machine executions with redrive</a>
 */
final class Redrivability {
  private static final Duration PERIOD = Duration.ofDays(14);
  private static final Duration LONGEST_EXECUTION = Duration.ofDays(365);

  private Redrivability() {}

  /**
   * Why an execution cannot be redriven; empty when it can.
   *
   * @param stopDate null while it runs
   */
  static Optional<String> obstacle(
      Status status, Instant startDate, Instant stopDate, int events, Instant now) {
    if (status == Status.RUNNING || status == Status.SUCCEEDED) {
      return Optional.of("Execution is " + status + " and cannot be redriven");
    } else if (now.isAfter(stopDate.plus(PERIOD))) {
      return Optional.of("Execution redrivable period exceeded");
    } else if (now.isAfter(startDate.plus(LONGEST_EXECUTION))) {
      return Optional.of("Execution has exceeded the max execution time");
    } else if (events >= History.MOST_EVENTS - 1) {
      // The redrive's own event and one more have to fit in.
      return Optional.of("Execution history event limit exceeded");
    }
    return Optional.empty();
  }
}
