package dev.darkroom.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An image whose record is deleted.
 *
 * @param ref which one
 * @param original where the original was put; empty once all objects are known to be gone
 * @param atWork whether a step may be at work on it still, and write objects behind the deletion:
 *     they have to be deleted once more, when it no longer can be
 */
public record Deletion(JobRef ref, Optional<Original> original, boolean atWork) {
  /** Longer than a step lives, its answer lost or not: how long it may be at work unheard of. */
  public static final Duration LONGEST_AT_WORK = Duration.ofMinutes(10);

  /** The deletion of a job, as it was before. */
  public static Deletion of(Job job, Instant now) {
    boolean everRan = job.executionArn() != null;
    boolean runs = !job.status().isFinal();
    return new Deletion(
        job.ref(),
        Optional.of(job.original()),
        everRan && (runs || mayBeAtWork(job.updatedAt(), now)));
  }

  /** Whether a step that was at work at a time may still be. */
  public static boolean mayBeAtWork(Instant then, Instant now) {
    return then.plus(LONGEST_AT_WORK).isAfter(now);
  }
}
