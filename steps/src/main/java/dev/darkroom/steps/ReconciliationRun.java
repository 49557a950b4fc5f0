package dev.darkroom.steps;

import dev.darkroom.core.JobRef;
import dev.darkroom.core.WorkLeft;
import dev.darkroom.steps.Reconciliation.Reconciled;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** Goes through jobs one by one, and past those that cannot be settled; counts. */
final class ReconciliationRun {
  private final Logger log = LoggerFactory.getLogger(ReconciliationRun.class);
  private final WorkLeft work;
  private final Clock clock;
  private final Map<Settled, Integer> counts = new EnumMap<>(Settled.class);
  private final Map<JobRef, RuntimeException> failures = new LinkedHashMap<>();
  private int left;
  private boolean throttled;

  ReconciliationRun(WorkLeft work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  /** Takes the jobs in their order; begins none after a time, nor once Step Functions throttles. */
  void each(List<JobRef> refs, Instant until, Function<JobRef, Settled> step) {
    for (JobRef ref : refs) {
      if (throttled || clock.instant().isAfter(until)) {
        left++;
      } else {
        settle(ref, step);
      }
    }
  }

  /**
   * What was done.
   *
   * @throws JobsNotReconciled when some jobs could not be settled
   */
  Reconciled result() {
    Reconciled reconciled =
        new Reconciled(
            count(Settled.FAILED),
            count(Settled.TOLD),
            count(Settled.DELETED),
            count(Settled.RUNNING),
            left);
    if (!failures.isEmpty()) {
      throw new JobsNotReconciled(failures, reconciled);
    }
    return reconciled;
  }

  private void settle(JobRef ref, Function<JobRef, Settled> step) {
    try {
      counts.merge(step.apply(ref), 1, Integer::sum);
    } catch (SfnException e) {
      if (e.isThrottlingException()) {
        log.warn("The next run takes the rest: {}", e.toString());
        throttled = true;
        left++;
      } else {
        failed(ref, e);
      }
    } catch (RuntimeException e) {
      failed(ref, e);
    }
  }

  /** The job goes to the end of the line, so that it never keeps the others from their turn. */
  private void failed(JobRef ref, RuntimeException e) {
    log.error("Job {} of {} could not be settled: {}", ref.jobId(), ref.owner(), e.toString());
    failures.put(ref, e);
    try {
      work.checked(ref);
    } catch (RuntimeException again) {
      e.addSuppressed(again);
    }
  }

  private int count(Settled settled) {
    return counts.getOrDefault(settled, 0);
  }
}
