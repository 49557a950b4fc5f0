package dev.darkroom.steps;

import dev.darkroom.steps.Reconciliation.Reconciled;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** Goes through pieces of work one by one, and past those that cannot be done; counts. */
final class ReconciliationRun {
  private final Logger log = LoggerFactory.getLogger(ReconciliationRun.class);
  private final Clock clock;
  private final Map<Settled, Integer> counts = new EnumMap<>(Settled.class);
  private final Map<String, RuntimeException> failures = new LinkedHashMap<>();
  private int left;
  private boolean throttled;

  ReconciliationRun(Clock clock) {
    this.clock = clock;
  }

  /**
   * A piece of work.
   *
   * @param about what it is about, for people
   * @param step does it
   * @param putOff is done when it could not be, so that it never keeps others from their turn
   */
  record Work(String about, Supplier<Settled> step, Runnable putOff) {}

  /** Looks for work; what cannot be looked for now is left to the next run. */
  List<Work> find(String about, Supplier<List<Work>> search) {
    List<Work> found = new ArrayList<>();
    Supplier<Settled> step =
        () -> {
          found.addAll(search.get());
          return Settled.NOTHING;
        };
    if (!throttled) {
      attempt(new Work(about, step, () -> {}));
    }
    return found;
  }

  /** Does the work in its order; begins none after a time, nor once Step Functions throttles. */
  void each(List<Work> all, Instant until) {
    for (Work work : all) {
      if (throttled || clock.instant().isAfter(until)) {
        left++;
      } else {
        attempt(work);
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

  private void attempt(Work work) {
    try {
      counts.merge(work.step().get(), 1, Integer::sum);
    } catch (SfnException e) {
      if (e.isThrottlingException()) {
        log.warn("The next run takes the rest: {}", e.toString());
        throttled = true;
        left++;
      } else {
        failed(work, e);
      }
    } catch (RuntimeException e) {
      failed(work, e);
    }
  }

  private void failed(Work work, RuntimeException e) {
    log.error("Not settled: {}: {}", work.about(), e.toString());
    failures.put(work.about(), e);
    try {
      work.putOff().run();
    } catch (RuntimeException again) {
      e.addSuppressed(again);
    }
  }

  private int count(Settled settled) {
    return counts.getOrDefault(settled, 0);
  }
}
