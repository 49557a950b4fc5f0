package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link JobStore} must do. */
public abstract class JobStoreContract {
  protected static final Instant NOW = Instant.parse("2026-05-04T10:00:00.120Z");
  private static final String MINE = "arn:aws:states:eu-west-1:1:execution:process-image:mine";
  private static final String OTHER = "arn:aws:states:eu-west-1:1:execution:process-image:other";

  private static final Capture CAPTURE =
      new Capture(
          "2026-05-01T12:00:00+02:00",
          "Canon EOS R6",
          null,
          1.0 / 60,
          2.8,
          400,
          35.0,
          new Capture.Position(-33.856784, 151.215297));

  private static final JobError FAILURE =
      new JobError(
          "STEP_FAILED",
          "The step failed.",
          new Failure("Resize", "Sandbox.Timedout", "Too slow."));

  private final JobRef ref = new JobRef("owner-1", JobIds.next());

  /** The store under test, with this clock. */
  protected abstract JobStore store(Clock clock);

  /** Deletes a job that is in the store. */
  protected abstract void delete(JobRef job);

  private JobStore store() {
    return store(Clock.fixed(NOW.plusSeconds(9), java.time.ZoneOffset.UTC));
  }

  @Test
  void findsWhatWasAnnounced() {
    Job job = Job.announced(ref, "a b+c%é.jpg", "image/jpeg", 1234, NOW);
    store().announce(job);
    assertThat(store().find(ref)).contains(job);
    assertThat(store().findById(ref.jobId())).contains(job);
  }

  @Test
  void findsNothingForAnotherOwner() {
    store().announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW));
    assertThat(store().find(new JobRef("owner-2", ref.jobId()))).isEmpty();
    assertThat(store().findById(JobIds.next())).isEmpty();
  }

  @Test
  void refusesToAnnounceAnIdTwice() {
    store().announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW));
    assertThatThrownBy(() -> store().announce(Job.announced(ref, "b.jpg", "image/png", 2, NOW)))
        .isInstanceOf(JobConflict.class);
    assertThat(store().find(ref).orElseThrow().fileName()).isEqualTo("a.jpg");
  }

  @Test
  void aClaimMakesAnAnnouncedJobProcessing() {
    store().announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW));
    store().claim(claim(MINE));
    Job job = store().find(ref).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(job.executionArn()).isEqualTo(MINE);
    assertThat(job.original().eTag()).isEqualTo("e1");
    assertThat(job.createdAt()).isEqualTo(NOW);
    assertThat(job.contentType()).isEqualTo("image/jpeg");
  }

  @Test
  void aClaimRecordsAJobThatNobodyAnnounced() {
    store().claim(claim(MINE));
    Job job = store().find(ref).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(job.owner()).isEqualTo("owner-1");
    assertThat(job.fileName()).isEqualTo("a.jpg");
    assertThat(job.createdAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void aSecondExecutionCannotClaim() {
    store().claim(claim(MINE));
    assertThatThrownBy(() -> store().claim(claim(OTHER))).isInstanceOf(JobConflict.class);
    assertThat(store().find(ref).orElseThrow().executionArn()).isEqualTo(MINE);
  }

  @Test
  void theSameExecutionMayClaimAgain() {
    store().claim(claim(MINE));
    store().claim(claim(MINE));
    assertThat(store().find(ref).orElseThrow().executionArn()).isEqualTo(MINE);
  }

  @Test
  void ofManyClaimsAtOnceOneWins() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> claims =
          java.util.stream.IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(i -> () -> claims(MINE + i))
              .toList();
      int winners = 0;
      for (Future<Boolean> claim : threads.invokeAll(claims)) {
        winners += claim.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void stepsMoveForwardsOnly() {
    store().claim(claim(MINE));
    store().finished(ref, MINE, Step.VALIDATE);
    store().finished(ref, MINE, Step.DETECT_LABELS);
    store().finished(ref, MINE, Step.RESIZE);
    assertThat(store().find(ref).orElseThrow().step()).isEqualTo(Step.DETECT_LABELS);
  }

  @Test
  void anExecutionThatDoesNotHoldTheJobCannotWriteToIt() {
    store().claim(claim(MINE));
    assertThatThrownBy(() -> store().finished(ref, OTHER, Step.VALIDATE))
        .isInstanceOf(JobConflict.class);
    assertThatThrownBy(() -> store().settle(ref, OTHER, completed()))
        .isInstanceOf(JobConflict.class);
    assertThat(store().find(ref).orElseThrow().step()).isNull();
  }

  @Test
  void aJobThatIsNotThereCannotBeWrittenTo() {
    assertThatThrownBy(() -> store().finished(ref, MINE, Step.VALIDATE))
        .isInstanceOf(JobConflict.class);
    assertThatThrownBy(() -> store().settle(ref, MINE, completed()))
        .isInstanceOf(JobConflict.class);
    assertThat(store().find(ref)).isEmpty();
  }

  @Test
  void aSettledJobHoldsItsOutcome() {
    store().announce(Job.announced(ref, "a.jpg", "image/png", 1, NOW));
    store().claim(claim(MINE));
    store().settle(ref, MINE, completed());
    Job job = store().find(ref).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(job.step()).isEqualTo(Step.PERSIST);
    assertThat(job.contentType()).isEqualTo("image/jpeg");
    assertThat(job.width()).isEqualTo(1600);
    assertThat(job.capture()).isEqualTo(CAPTURE);
    assertThat(job.sequence()).isEqualTo(new Sequence(12, 1));
    assertThat(job.renditions()).isEqualTo(completed().renditions());
    assertThat(job.labels()).isEqualTo(completed().labels());
    assertThat(job.imageProperties()).isEqualTo(completed().imageProperties());
    assertThat(job.notes()).containsExactly("one note");
    assertThat(job.error()).isNull();
  }

  @Test
  void settlingTwiceChangesNothing() {
    store().claim(claim(MINE));
    store().settle(ref, MINE, completed());
    Job first = store().find(ref).orElseThrow();
    store().settle(ref, MINE, completed());
    assertThat(store().find(ref)).contains(first);
  }

  @Test
  void aSettledJobCannotEndOtherwiseNorBeClaimedAgain() {
    store().claim(claim(MINE));
    store().settle(ref, MINE, completed());
    assertThatThrownBy(() -> store().settle(ref, MINE, rejected())).isInstanceOf(JobConflict.class);
    assertThatThrownBy(() -> store().claim(claim(MINE))).isInstanceOf(JobConflict.class);
    assertThat(store().find(ref).orElseThrow().status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void aRejectionKeepsItsReason() {
    store().claim(claim(MINE));
    store().settle(ref, MINE, rejected());
    Job job = store().find(ref).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.REJECTED);
    assertThat(job.error()).isEqualTo(new JobError("EMPTY_FILE", "The file is empty."));
    assertThat(job.width()).isNull();
    assertThat(job.capture()).isNull();
    assertThat(job.sequence()).isNull();
  }

  @Test
  void aFailureKeepsItsReasonAndTheLastStep() {
    store().claim(claim(MINE));
    store().finished(ref, MINE, Step.VALIDATE);
    store().fail(claim(MINE), FAILURE);
    store().fail(claim(MINE), FAILURE);
    Job job = store().find(ref).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    assertThat(job.error()).isEqualTo(FAILURE);
    assertThat(job.step()).isEqualTo(Step.VALIDATE);
  }

  @Test
  void anExecutionThatCouldNotClaimItsJobFailsItAndMayTryAgain() {
    store().announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW));
    store().fail(claim(MINE), FAILURE);
    assertThat(store().find(ref).orElseThrow().status()).isEqualTo(JobStatus.FAILED);
    store().claim(claim(MINE));
    assertThat(store().find(ref).orElseThrow().status()).isEqualTo(JobStatus.PROCESSING);
  }

  @Test
  void aJobThatAnExecutionFailedBeforeItHadBegunIsTheOthersToClaim() {
    store().announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW));
    store().fail(claim(OTHER), FAILURE);
    store().told(ref, OTHER, JobStatus.FAILED);
    store().claim(claim(MINE));
    Job job = store().find(ref).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(job.executionArn()).isEqualTo(MINE);
    assertThatThrownBy(() -> store().fail(claim(OTHER), FAILURE)).isInstanceOf(JobConflict.class);
    store().settle(ref, MINE, completed());
    assertThat(store().find(ref).orElseThrow().isUntold()).isTrue();
  }

  @Test
  void aJobThatFailedLaterIsNobodyElses() {
    store().claim(claim(MINE));
    store().finished(ref, MINE, Step.VALIDATE);
    store().fail(claim(MINE), FAILURE);
    assertThatThrownBy(() -> store().claim(claim(OTHER))).isInstanceOf(JobConflict.class);
    assertThatThrownBy(() -> store().fail(claim(OTHER), FAILURE)).isInstanceOf(JobConflict.class);
    assertThat(store().find(ref).orElseThrow().executionArn()).isEqualTo(MINE);
  }

  @Test
  void ofTwoExecutionsThatCouldNotClaimTheFirstToFailHasTheJob() {
    store().fail(claim(MINE), FAILURE);
    assertThatThrownBy(() -> store().fail(claim(OTHER), FAILURE)).isInstanceOf(JobConflict.class);
    assertThat(store().find(ref).orElseThrow().executionArn()).isEqualTo(MINE);
  }

  @Test
  void aFailureOfBeforeARedriveDoesNotCount() {
    store().claim(claim(MINE));
    store().fail(claim(MINE), FAILURE);
    store().redrive(store().find(ref).orElseThrow(), Optional.empty());
    assertThatThrownBy(() -> store().fail(claim(MINE), 0, FAILURE)).isInstanceOf(JobConflict.class);
    assertThat(store().find(ref).orElseThrow().status()).isEqualTo(JobStatus.PROCESSING);
    store().fail(claim(MINE), 1, FAILURE);
    assertThat(store().find(ref).orElseThrow().status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void aFailureDoesNotUndoAnOutcome() {
    store().claim(claim(MINE));
    store().settle(ref, MINE, completed());
    assertThatThrownBy(() -> store().fail(claim(MINE), FAILURE)).isInstanceOf(JobConflict.class);
    assertThat(store().find(ref).orElseThrow().status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void anExecutionFailsOnlyTheJobThatItHolds() {
    store().claim(claim(MINE));
    assertThatThrownBy(() -> store().fail(claim(OTHER), FAILURE)).isInstanceOf(JobConflict.class);
    assertThat(store().find(ref).orElseThrow().status()).isEqualTo(JobStatus.PROCESSING);
  }

  @Test
  void theExecutionThatFailedMayGoOnAndClearsTheError() {
    store().claim(claim(MINE));
    store().fail(claim(MINE), FAILURE);
    store().claim(claim(MINE));
    Job job = store().find(ref).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(job.error()).isNull();
  }

  @Test
  void anExecutionThatWasResumedSettlesItsFailedJob() {
    store().claim(claim(MINE));
    store().fail(claim(MINE), FAILURE);
    store().settle(ref, MINE, completed());
    Job job = store().find(ref).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(job.error()).isNull();
  }

  @Test
  void aFailureIsRecordedOfAJobThatNobodyAnnounced() {
    store().fail(claim(MINE), FAILURE);
    Job job = store().find(ref).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    assertThat(job.owner()).isEqualTo("owner-1");
    assertThat(job.original().eTag()).isEqualTo("e1");
    assertThat(job.executionArn()).isEqualTo(MINE);
    assertThat(job.error()).isEqualTo(FAILURE);
  }

  @Test
  void aSettledJobIsUntoldUntilItsUploaderWasTold() {
    store().claim(claim(MINE));
    assertThat(store().find(ref).orElseThrow().isUntold()).isFalse();
    store().settle(ref, MINE, completed());
    assertThat(store().find(ref).orElseThrow().isUntold()).isTrue();
    store().told(ref, MINE, JobStatus.COMPLETED);
    store().told(ref, MINE, JobStatus.COMPLETED);
    Job job = store().find(ref).orElseThrow();
    assertThat(job.isUntold()).isFalse();
    assertThat(job.step()).isEqualTo(Step.NOTIFY);
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void aFailureThatWasToldKeepsTheStepThatFinishedLast() {
    store().claim(claim(MINE));
    store().finished(ref, MINE, Step.RESIZE);
    store().fail(claim(MINE), FAILURE);
    store().told(ref, MINE, JobStatus.FAILED);
    Job job = store().find(ref).orElseThrow();
    assertThat(job.isUntold()).isFalse();
    assertThat(job.step()).isEqualTo(Step.RESIZE);
  }

  @Test
  void onlyTheEndThatIsRecordedCountsAsTold() {
    store().claim(claim(MINE));
    assertThatThrownBy(() -> store().told(ref, MINE, JobStatus.COMPLETED))
        .isInstanceOf(JobConflict.class);
    store().settle(ref, MINE, rejected());
    assertThatThrownBy(() -> store().told(ref, OTHER, JobStatus.REJECTED))
        .isInstanceOf(JobConflict.class);
    assertThatThrownBy(() -> store().told(ref, MINE, JobStatus.COMPLETED))
        .isInstanceOf(JobConflict.class);
    assertThat(store().find(ref).orElseThrow().isUntold()).isTrue();
  }

  @Test
  void aCompletedJobThatHadFailedIsUntoldAgain() {
    store().claim(claim(MINE));
    store().fail(claim(MINE), FAILURE);
    store().told(ref, MINE, JobStatus.FAILED);
    store().settle(ref, MINE, completed());
    assertThat(store().find(ref).orElseThrow().isUntold()).isTrue();
  }

  @Test
  void aJobWaitsUntilAStepGoesOn() {
    store().claim(claim(MINE));
    store().waiting(ref, MINE, Wait.LABELS);
    Job waiting = store().find(ref).orElseThrow();
    assertThat(waiting.waitingFor()).isEqualTo(Wait.LABELS);
    assertThat(waiting.status()).isEqualTo(JobStatus.PROCESSING);
    store().finished(ref, MINE, Step.DETECT_LABELS);
    assertThat(store().find(ref).orElseThrow().waitingFor()).isNull();
    assertThatThrownBy(() -> store().waiting(ref, OTHER, Wait.LABELS))
        .isInstanceOf(JobConflict.class);
  }

  @Test
  void aJobThatEndsWaitsNoMore() {
    store().claim(claim(MINE));
    store().waiting(ref, MINE, Wait.LABELS);
    store().fail(claim(MINE), FAILURE);
    assertThat(store().find(ref).orElseThrow().waitingFor()).isNull();
  }

  @Test
  void aRedriveMakesAFailedJobProcessingAgain() {
    store().claim(claim(MINE));
    store().finished(ref, MINE, Step.RESIZE);
    store().fail(claim(MINE), FAILURE);
    store().told(ref, MINE, JobStatus.FAILED);
    Job redriven = store().redrive(store().find(ref).orElseThrow(), Optional.empty());
    assertThat(redriven.status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(redriven.error()).isNull();
    assertThat(redriven.told()).isNull();
    assertThat(redriven.redrives()).isEqualTo(1);
    assertThat(redriven.step()).isEqualTo(Step.RESIZE);
    assertThat(store().find(ref)).contains(redriven);
    store().settle(ref, MINE, completed());
    assertThat(store().find(ref).orElseThrow().status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void aRedriveMayHandTheJobToANewExecution() {
    store().claim(claim(MINE));
    store().finished(ref, MINE, Step.RESIZE);
    store().fail(claim(MINE), FAILURE);
    store().redrive(store().find(ref).orElseThrow(), Optional.of(OTHER));
    assertThatThrownBy(() -> store().claim(claim(MINE))).isInstanceOf(JobConflict.class);
    store().claim(claim(OTHER));
    Job job = store().find(ref).orElseThrow();
    assertThat(job.executionArn()).isEqualTo(OTHER);
    assertThat(job.step()).isNull();
  }

  @Test
  void ofTwoRedrivesOneCounts() {
    store().claim(claim(MINE));
    store().fail(claim(MINE), FAILURE);
    Job failed = store().find(ref).orElseThrow();
    store().redrive(failed, Optional.empty());
    assertThatThrownBy(() -> store().redrive(failed, Optional.empty()))
        .isInstanceOf(JobConflict.class);
    assertThat(store().find(ref).orElseThrow().redrives()).isEqualTo(1);
  }

  @Test
  void onlyAFailedJobIsRedriven() {
    store().claim(claim(MINE));
    Job processing = store().find(ref).orElseThrow();
    assertThatThrownBy(() -> store().redrive(processing, Optional.empty()))
        .isInstanceOf(JobConflict.class);
  }

  @Test
  void announcesAllOrNone() {
    Job first = announced();
    Job second = announced();
    store().announceAll(List.of(first, second));
    assertThat(store().find(first.ref())).contains(first);
    assertThat(store().find(second.ref())).contains(second);

    Job third = announced();
    assertThatThrownBy(() -> store().announceAll(List.of(third, second)))
        .isInstanceOf(JobConflict.class)
        .hasMessageContaining(second.jobId());
    assertThat(store().find(third.ref())).isEmpty();
  }

  @Test
  void announcesFiftyAtOnce() {
    List<Job> fifty = Stream.generate(JobStoreContract::announced).limit(50).toList();
    store().announceAll(fifty);
    assertThat(store().list("owner-1", Optional.empty(), PageRequest.first(100)).items())
        .hasSize(50);
  }

  @Test
  void announcingOneOfManyIsAnnouncingIt() {
    Job job = announced();
    store().announceAll(List.of(job));
    assertThat(store().find(job.ref())).contains(job);
    assertThatThrownBy(() -> store().announceAll(List.of(job))).isInstanceOf(JobConflict.class);
  }

  @Test
  void listsTheNewestFirstPageByPage() {
    List<Job> jobs = Stream.generate(JobStoreContract::announced).limit(5).toList();
    jobs.forEach(store()::announce);
    store().announce(Job.announced(new JobRef("owner-2", JobIds.next()), "b", null, 1, NOW));

    Page<Job> first = store().list("owner-1", Optional.empty(), PageRequest.first(2));
    Page<Job> second = store().list("owner-1", Optional.empty(), new PageRequest(2, first.next()));
    Page<Job> last = store().list("owner-1", Optional.empty(), new PageRequest(2, second.next()));

    assertThat(first.items()).containsExactly(jobs.get(4), jobs.get(3));
    assertThat(second.items()).containsExactly(jobs.get(2), jobs.get(1));
    assertThat(last).isEqualTo(new Page<>(List.of(jobs.get(0)), Optional.empty()));
  }

  @Test
  void listsOneStatusAlone() {
    List<Job> jobs = Stream.generate(JobStoreContract::announced).limit(4).toList();
    jobs.forEach(store()::announce);
    for (int i : new int[] {0, 1, 3}) {
      store().claim(claim(jobs.get(i).ref(), MINE));
    }
    store().fail(claim(jobs.get(0).ref(), MINE), FAILURE);
    store().settle(jobs.get(1).ref(), MINE, completed());

    assertThat(idsOf(JobStatus.FAILED)).containsExactly(jobs.get(0).jobId());
    assertThat(idsOf(JobStatus.COMPLETED)).containsExactly(jobs.get(1).jobId());
    assertThat(idsOf(JobStatus.AWAITING_UPLOAD)).containsExactly(jobs.get(2).jobId());
    assertThat(idsOf(JobStatus.PROCESSING)).containsExactly(jobs.get(3).jobId());
    assertThat(idsOf(JobStatus.REJECTED)).isEmpty();
  }

  @Test
  void listsOneStatusPageByPage() {
    List<Job> jobs = Stream.generate(JobStoreContract::announced).limit(3).toList();
    jobs.forEach(store()::announce);
    Optional<JobStatus> awaiting = Optional.of(JobStatus.AWAITING_UPLOAD);

    Page<Job> first = store().list("owner-1", awaiting, PageRequest.first(2));
    Page<Job> last = store().list("owner-1", awaiting, new PageRequest(2, first.next()));

    assertThat(first.items()).containsExactly(jobs.get(2), jobs.get(1));
    assertThat(last).isEqualTo(new Page<>(List.of(jobs.get(0)), Optional.empty()));
  }

  private static Job announced() {
    return Job.announced(new JobRef("owner-1", JobIds.next()), "a.jpg", "image/jpeg", 1, NOW);
  }

  private List<String> idsOf(JobStatus status) {
    return store().list("owner-1", Optional.of(status), PageRequest.first(10)).items().stream()
        .map(Job::jobId)
        .toList();
  }

  @Test
  void aDeletedJobIsNotFound() {
    store().announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW));
    delete(ref);
    assertThat(store().find(ref)).isEmpty();
    assertThat(store().findById(ref.jobId())).isEmpty();
  }

  @Test
  void noExecutionWritesToADeletedJob() {
    store().claim(claim(MINE));
    delete(ref);
    assertThatThrownBy(() -> store().claim(claim(MINE))).isInstanceOf(JobDeleted.class);
    assertThatThrownBy(() -> store().claim(claim(OTHER))).isInstanceOf(JobDeleted.class);
    assertThatThrownBy(() -> store().finished(ref, MINE, Step.RESIZE))
        .isInstanceOf(JobDeleted.class);
    assertThatThrownBy(() -> store().settle(ref, MINE, completed())).isInstanceOf(JobDeleted.class);
    assertThatThrownBy(() -> store().fail(claim(MINE), FAILURE)).isInstanceOf(JobDeleted.class);
    assertThat(store().find(ref)).isEmpty();
  }

  @Test
  void anIdIsUsedUpOnceItsJobIsDeleted() {
    Job job = Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW);
    store().announce(job);
    delete(ref);
    assertThatThrownBy(() -> store().announce(job)).isInstanceOf(JobConflict.class);
  }

  @Test
  void aDeletedJobIsLocatedUntilItsObjectsAreGone() {
    store().announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW));
    store().purged(ref);
    assertThat(store().find(ref)).as("a job that was not deleted").isPresent();
    delete(ref);
    assertThat(store().locate(ref.jobId())).contains(ref);
    store().purged(ref);
    store().purged(ref);
    assertThat(store().locate(ref.jobId())).isEmpty();
    assertThatThrownBy(() -> store().claim(claim(MINE))).isInstanceOf(JobDeleted.class);
  }

  private boolean claims(String executionArn) {
    try {
      store().claim(claim(executionArn));
      return true;
    } catch (JobConflict e) {
      return false;
    }
  }

  private Claim claim(String executionArn) {
    return claim(ref, executionArn);
  }

  private static Claim claim(JobRef of, String executionArn) {
    return new Claim(
        of,
        executionArn,
        new Original(ObjectKeys.original(of, "a.jpg"), "e1"),
        "a.jpg",
        99,
        NOW.plusSeconds(1));
  }

  private static Outcome completed() {
    return new Outcome(
        JobStatus.COMPLETED,
        "image/jpeg",
        1600,
        1200,
        CAPTURE,
        new Sequence(12, 1),
        List.of(new Rendition("large", 1280, 960, 5000, "image/jpeg", "renditions/o/j/large.jpg")),
        List.of(
            new Label(
                "Cat",
                92.5,
                List.of("Animal"),
                List.of(new Label.Instance(92.5, new Box(0.1, 0.2, 0.3, 0.4))))),
        new ImageProperties(50, 60, 70, List.of(new ImageProperties.Color("#102030", 40))),
        List.of("one note"),
        null,
        NOW.plusSeconds(5));
  }

  private static Outcome rejected() {
    return Outcome.rejected(
        null, new JobError("EMPTY_FILE", "The file is empty."), NOW.plusSeconds(5));
  }
}
