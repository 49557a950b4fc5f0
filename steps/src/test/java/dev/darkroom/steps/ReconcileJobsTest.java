package dev.darkroom.steps;

import static dev.darkroom.steps.Uploads.CLOCK;
import static dev.darkroom.steps.Uploads.EXECUTION;
import static dev.darkroom.steps.Uploads.NOW;
import static dev.darkroom.steps.Uploads.REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Claim;
import dev.darkroom.core.Failure;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.Original;
import dev.darkroom.core.Step;
import dev.darkroom.core.executions.Executions;
import dev.darkroom.core.s3.ImageObjects;
import dev.darkroom.core.s3.InMemoryS3;
import dev.darkroom.steps.Reconciliation.Reconciled;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;

class ReconcileJobsTest {
  private static final ReconcileJobs.Request EVERYTHING = new ReconcileJobs.Request(0L);
  private static final ReconcileJobs.Request SCHEDULED = new ReconcileJobs.Request(null);
  private static final Clock LATER = Clock.offset(CLOCK, Duration.ofMinutes(11));

  private final InMemoryStates states = new InMemoryStates();
  private final InMemoryTopic topic = new InMemoryTopic();
  private final InMemoryS3 s3 = new InMemoryS3();
  private final InMemoryJobStore jobs = Uploads.claimed();

  @Test
  void aFailureThatNobodyHeardOfIsRecordedAndTold() {
    jobs.finished(REF, EXECUTION, Step.VALIDATE);
    states.execution(EXECUTION, ExecutionStatus.FAILED, "x.Broken", "It broke.");
    states.entered(EXECUTION, "Resize", 2);
    assertThat(reconcile(LATER, SCHEDULED)).isEqualTo(new Reconciled(1, 0, 0, 0, 0));
    Job job = jobs.find(REF).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    assertThat(job.error().code()).isEqualTo("STEP_FAILED");
    assertThat(job.error().failure()).isEqualTo(new Failure("Resize", "x.Broken", "It broke."));
    assertThat(topic.notifications()).containsExactly(REF.jobId() + "-FAILED-0");
    assertThat(reconcile(LATER, EVERYTHING)).as("again").isEqualTo(new Reconciled(0, 0, 0, 0, 0));
  }

  @Test
  void anExecutionThatFailedBeforeItClaimedItsJobIsFound() {
    InMemoryJobStore announced = Uploads.announced();
    states.execution(EXECUTION, ExecutionStatus.FAILED, "Runtime.OutOfMemory", "It died.");
    Clock soon = Clock.offset(CLOCK, Duration.ofMinutes(9));
    assertThat(reconcile(announced, soon, SCHEDULED)).isEqualTo(new Reconciled(0, 0, 0, 0, 0));
    assertThat(reconcile(announced, LATER, SCHEDULED)).isEqualTo(new Reconciled(1, 0, 0, 0, 0));
    assertThat(announced.find(REF).orElseThrow().status()).isEqualTo(JobStatus.FAILED);
    assertThat(topic.notifications()).containsExactly(REF.jobId() + "-FAILED-0");
    assertThat(reconcile(announced, LATER, SCHEDULED))
        .as("again")
        .isEqualTo(new Reconciled(0, 0, 0, 0, 0));
  }

  @Test
  void executionsThatFailedAreLookedAtForAnHour() {
    InMemoryJobStore announced = Uploads.announced();
    states.execution(EXECUTION, ExecutionStatus.TIMED_OUT);
    Clock tooLate = Clock.offset(CLOCK, Duration.ofMinutes(71));
    assertThat(reconcile(announced, tooLate, SCHEDULED)).isEqualTo(new Reconciled(0, 0, 0, 0, 0));
    Clock inTime = Clock.offset(CLOCK, Duration.ofMinutes(69));
    assertThat(reconcile(announced, inTime, SCHEDULED)).isEqualTo(new Reconciled(1, 0, 0, 0, 0));
  }

  @Test
  void failedExecutionsThatCannotBeListedKeepNoJobFromBeingSettled() {
    states.execution(EXECUTION, ExecutionStatus.FAILED);
    states.failLists(SfnException.builder().statusCode(403).message("Not for you.").build());
    assertThatThrownBy(() -> reconcile(LATER, SCHEDULED))
        .isInstanceOf(JobsNotReconciled.class)
        .hasMessageContaining("failed executions")
        .hasMessageContaining("failed=1");
    assertThat(jobs.find(REF).orElseThrow().status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void whatChangedALittleWhileAgoIsLeftAloneUnlessAskedFor() {
    states.execution(EXECUTION, ExecutionStatus.FAILED);
    Clock soon = Clock.offset(CLOCK, Duration.ofMinutes(9));
    assertThat(reconcile(soon, SCHEDULED)).isEqualTo(new Reconciled(0, 0, 0, 0, 0));
    assertThat(reconcile(CLOCK, EVERYTHING)).isEqualTo(new Reconciled(1, 0, 0, 0, 0));
  }

  @Test
  void aJobWhoseExecutionIsAtWorkWaits() {
    states.execution(EXECUTION, ExecutionStatus.RUNNING);
    assertThat(reconcile(LATER, SCHEDULED)).isEqualTo(new Reconciled(0, 0, 0, 1, 0));
    jobs.settle(REF, EXECUTION, Uploads.rejected());
    assertThat(reconcile(LATER, EVERYTHING))
        .as("Notify is about to tell")
        .isEqualTo(new Reconciled(0, 0, 0, 1, 0));
    assertThat(topic.published()).isEmpty();
  }

  @Test
  void aJobWhoseExecutionIsLostFails() {
    jobs.finished(REF, EXECUTION, Step.RESIZE);
    reconcile(LATER, SCHEDULED);
    assertThat(jobs.find(REF).orElseThrow().error().code()).isEqualTo("EXECUTION_LOST");
    assertThat(jobs.find(REF).orElseThrow().error().failure().step()).isEqualTo("DetectLabels");
  }

  @Test
  void aJobThatASuccessfulExecutionLeftBehindFails() {
    states.execution(EXECUTION, ExecutionStatus.SUCCEEDED);
    reconcile(LATER, SCHEDULED);
    assertThat(jobs.find(REF).orElseThrow().error().code()).isEqualTo("EXECUTION_LOST");
  }

  @Test
  void anOutcomeThatWasNotToldIsTold() {
    jobs.settle(REF, EXECUTION, Uploads.rejected());
    states.execution(EXECUTION, ExecutionStatus.FAILED);
    assertThat(reconcile(LATER, SCHEDULED)).isEqualTo(new Reconciled(0, 1, 0, 0, 0));
    assertThat(topic.notifications()).containsExactly(REF.jobId() + "-REJECTED-0");
    assertThat(jobs.find(REF).orElseThrow().status()).isEqualTo(JobStatus.REJECTED);
  }

  @Test
  void aFailedJobThatCameIntoFlightAgainIsNotToldTwice() {
    states.execution(EXECUTION, ExecutionStatus.FAILED);
    reconcile(LATER, SCHEDULED);
    jobs.claim(Uploads.event(9).claim(EXECUTION, NOW)); // A Validate that was given up long ago.
    assertThat(reconcile(LATER, EVERYTHING)).isEqualTo(new Reconciled(1, 0, 0, 0, 0));
    assertThat(topic.published()).hasSize(1);
    assertThat(reconcile(LATER, EVERYTHING)).isEqualTo(new Reconciled(0, 0, 0, 0, 0));
  }

  @Test
  void aRedriveThatNeverBeganFailsAgain() {
    states.execution(EXECUTION, ExecutionStatus.FAILED);
    reconcile(LATER, SCHEDULED);
    jobs.redrive(jobs.find(REF).orElseThrow(), Optional.empty());
    assertThat(reconcile(LATER, EVERYTHING)).isEqualTo(new Reconciled(1, 0, 0, 0, 0));
    assertThat(topic.notifications())
        .containsExactly(REF.jobId() + "-FAILED-0", REF.jobId() + "-FAILED-1");
  }

  @Test
  void aDeletionThatBrokeOffIsFinished() {
    s3.put("uploads", Uploads.KEY, "e1");
    s3.put("renditions", "renditions/owner-1/" + REF.jobId() + "/large.jpg", "e2");
    jobs.delete(REF);
    assertThat(reconcile(LATER, SCHEDULED)).isEqualTo(new Reconciled(0, 0, 1, 0, 0));
    assertThat(s3.keys()).isEmpty();
    assertThat(jobs.isPurged(REF)).isTrue();
  }

  @Test
  void aDeletionWhoseObjectsCannotBeDeletedIsNotFinished() {
    s3.put("uploads", Uploads.KEY, "e1");
    jobs.delete(REF);
    s3.breakDeletions(true);
    assertThatThrownBy(() -> reconcile(LATER, SCHEDULED)).isInstanceOf(JobsNotReconciled.class);
    assertThat(jobs.isPurged(REF)).isFalse();
  }

  @Test
  void aJobThatCannotBeSettledKeepsNoOtherFromIt() {
    JobRef second = claim("01J0000000000000000000000B", 1);
    JobRef third = claim("01J0000000000000000000000C", 2);
    states.execution(EXECUTION + second.jobId(), ExecutionStatus.FAILED);
    states.execution(EXECUTION + third.jobId(), ExecutionStatus.FAILED);
    states.fail(SfnException.builder().statusCode(403).message("Not for you.").build());
    assertThatThrownBy(() -> reconcile(LATER, SCHEDULED))
        .isInstanceOf(JobsNotReconciled.class)
        .hasMessageContaining(REF.jobId())
        .hasRootCauseMessage("Not for you.");
    assertThat(jobs.find(REF).orElseThrow().status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(jobs.find(second).orElseThrow().status()).isEqualTo(JobStatus.FAILED);
    assertThat(jobs.find(third).orElseThrow().status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void aRunStopsWhereStepFunctionsAsksForIt() {
    claim("01J0000000000000000000000B", 1);
    claim("01J0000000000000000000000C", 2);
    states.fail(
        SfnException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
            .build());
    assertThat(reconcile(LATER, SCHEDULED)).isEqualTo(new Reconciled(0, 0, 0, 0, 3));
    assertThat(reconcile(LATER, SCHEDULED).failed()).isEqualTo(3);
  }

  @Test
  void timeIsNotTurnedBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reconcile(LATER, new ReconcileJobs.Request(-1L)));
  }

  private JobRef claim(String jobId, int second) {
    JobRef ref = new JobRef("owner-1", jobId);
    jobs.claim(
        new Claim(
            ref,
            EXECUTION + jobId,
            new Original(ObjectKeys.original(ref, "b.jpg"), "e1"),
            "b.jpg",
            9,
            NOW.plusSeconds(second)));
    return ref;
  }

  private Reconciled reconcile(Clock clock, ReconcileJobs.Request request) {
    return reconcile(jobs, clock, request);
  }

  private Reconciled reconcile(InMemoryJobStore store, Clock clock, ReconcileJobs.Request request) {
    return new ReconcileJobs(
            new Reconciliation(
                store,
                store,
                new Executions(states),
                InMemoryStates.MACHINE,
                topic.outcomes(),
                new ImageObjects(s3, "uploads", "renditions"),
                clock))
        .handle(request);
  }
}
