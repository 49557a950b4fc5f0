package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link WorkLeft} must find. */
public abstract class WorkLeftContract {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00.120Z");
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final String EXECUTION = "arn:aws:states:eu-west-1:1:execution:process-image:e";
  private static final JobError FAILURE = new JobError("STEP_FAILED", "The step failed.");

  /** The jobs, as somebody writes them at a time. */
  protected abstract JobStore jobs(Clock clock);

  /** The work under test, of the same jobs. */
  protected abstract WorkLeft work(Clock clock);

  /** Deletes a job at a time. */
  protected abstract void delete(JobRef job, Clock clock);

  @Test
  void aJobThatAwaitsItsFileIsNobodysWork() {
    JobRef ref = next();
    jobs(at(0)).announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW));
    assertThat(found()).isEmpty();
  }

  @Test
  void aJobIsFoundUntilItsUploaderWasTold() {
    JobRef ref = claimed(0);
    assertThat(found()).containsExactly(ref);
    jobs(at(1)).settle(ref, EXECUTION, rejected());
    assertThat(found()).containsExactly(ref);
    jobs(at(2)).told(ref, EXECUTION, JobStatus.REJECTED);
    assertThat(found()).isEmpty();
  }

  @Test
  void aFailedJobIsFoundUntilItsUploaderWasToldAndAgainOnceItIsRedriven() {
    JobRef ref = claimed(0);
    jobs(at(1)).fail(claim(ref, 1), 0, FAILURE);
    assertThat(found()).containsExactly(ref);
    jobs(at(2)).told(ref, EXECUTION, JobStatus.FAILED);
    assertThat(found()).isEmpty();
    jobs(at(3)).redrive(jobs(at(3)).find(ref).orElseThrow(), Optional.empty());
    assertThat(found()).containsExactly(ref);
  }

  @Test
  void theOldestComeFirstAndNoMoreThanAskedFor() {
    List<JobRef> jobs = List.of(claimed(0), claimed(1), claimed(2), claimed(3), claimed(4));
    jobs(at(9)).finished(jobs.get(1), EXECUTION, Step.VALIDATE);
    assertThat(work(at(9)).jobs(LATER, 3)).containsExactly(jobs.get(0), jobs.get(2), jobs.get(3));
  }

  @Test
  void whatWasWrittenToSinceIsLeftOut() {
    JobRef still = claimed(0);
    claimed(5);
    assertThat(work(at(9)).jobs(NOW.plusSeconds(5), 10)).containsExactly(still);
  }

  @Test
  void whatWasLookedAtComesLast() {
    JobRef first = claimed(0);
    JobRef second = claimed(1);
    work(at(9)).checked(first);
    assertThat(found()).containsExactly(second, first);
    assertThat(work(at(9)).jobs(NOW.plusSeconds(8), 10)).containsExactly(second);
  }

  @Test
  void lookingAtWhatIsDoneChangesNothing() {
    JobRef ref = claimed(0);
    jobs(at(1)).fail(claim(ref, 1), 0, FAILURE);
    jobs(at(2)).told(ref, EXECUTION, JobStatus.FAILED);
    work(at(9)).checked(ref);
    work(at(9)).checked(next());
    assertThat(found()).isEmpty();
  }

  @Test
  void aDeletionIsFoundUntilTheObjectsAreGone() {
    JobRef ref = claimed(0);
    JobRef other = claimed(1);
    delete(ref, at(3));
    assertThat(found()).containsExactly(other);
    assertThat(work(at(9)).deletions(NOW.plusSeconds(3), 10)).isEmpty();
    assertThat(work(at(9)).deletions(LATER, 10)).containsExactly(ref);
    assertThat(work(at(9)).deletion(ref))
        .contains(new Deletion(ref, Optional.of(new Original(key(ref), "e1")), true));
    jobs(at(4)).purged(ref);
    assertThat(work(at(9)).deletions(LATER, 10)).isEmpty();
    assertThat(work(at(9)).deletion(ref)).contains(new Deletion(ref, Optional.empty(), true));
  }

  @Test
  void whatWasNotDeletedIsNoDeletion() {
    JobRef ref = claimed(0);
    assertThat(work(at(9)).deletion(ref)).isEmpty();
    assertThat(work(at(9)).deletion(next())).isEmpty();
    assertThat(jobs(at(9)).find(ref)).isPresent();
  }

  private List<JobRef> found() {
    return work(at(9)).jobs(LATER, 100);
  }

  private JobRef claimed(int second) {
    JobRef ref = next();
    jobs(at(second)).claim(claim(ref, second));
    return ref;
  }

  private static Claim claim(JobRef ref, int second) {
    return new Claim(
        ref, EXECUTION, new Original(key(ref), "e1"), "a.jpg", 9, NOW.plusSeconds(second));
  }

  private static String key(JobRef ref) {
    return ObjectKeys.original(ref, "a.jpg");
  }

  private static Outcome rejected() {
    return Outcome.rejected(null, new JobError("EMPTY_FILE", "It is empty."), NOW.plusSeconds(1));
  }

  private static JobRef next() {
    return new JobRef("owner-1", JobIds.next());
  }

  private static Clock at(int second) {
    return Clock.fixed(NOW.plusSeconds(second), ZoneOffset.UTC);
  }
}
