package dev.darkroom.steps;

import java.util.Map;

/** Some jobs could not be settled; all others were. The first one's failure is the cause. */
public final class JobsNotReconciled extends RuntimeException {
  /**
   * Names the jobs.
   *
   * @param failures why, by what it is about; one at least
   * @param reconciled what was done of the others
   */
  JobsNotReconciled(Map<String, RuntimeException> failures, Reconciliation.Reconciled reconciled) {
    super(
        "%d could not be settled: %s. Of the others: %s"
            .formatted(failures.size(), failures.keySet().stream().limit(10).toList(), reconciled),
        failures.values().iterator().next());
    failures.values().stream().skip(1).forEach(this::addSuppressed);
  }
}
