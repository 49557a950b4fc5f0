package dev.darkroom.client.upload;

import dev.darkroom.client.api.Refused;
import java.time.Duration;
import java.util.Set;

/** What a refusal means for the rest of a run. */
final class Stops {
  private static final Set<Integer> OF_ONE_FILE = Set.of(400, 413, 415);
  private static final int TOO_MANY = 429;

  private Stops() {}

  /** Whether another file may fare better at once. */
  static boolean isOfOneFile(Refused refused) {
    return OF_ONE_FILE.contains(refused.status());
  }

  /** Whether fewer files may be taken: one is wrong, or not all are left of a limit. */
  static boolean mayPassInParts(Refused refused) {
    return isOfOneFile(refused)
        || (refused.status() == TOO_MANY && refused.retryAfter().isPresent());
  }

  /** Why the run cannot go on, and what to do. */
  static String message(Refused refused) {
    if (refused.status() != TOO_MANY) {
      return refused.getMessage();
    }
    long minutes = refused.retryAfter().orElse(Duration.ZERO).plusSeconds(59).toMinutes();
    return refused.getMessage()
        + " Run the same command again"
        + (minutes == 0 ? " later" : " in " + minutes + " min")
        + ": it goes on where it stopped.";
  }
}
