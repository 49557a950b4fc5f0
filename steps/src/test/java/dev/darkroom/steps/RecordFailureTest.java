package dev.darkroom.steps;

import static dev.darkroom.steps.Uploads.CLOCK;
import static dev.darkroom.steps.Uploads.EXECUTION;
import static dev.darkroom.steps.Uploads.NOW;
import static dev.darkroom.steps.Uploads.REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Failure;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Step;
import dev.darkroom.core.executions.Executions;
import dev.darkroom.core.s3.ImageObjects;
import dev.darkroom.core.s3.InMemoryS3;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sns.model.SnsException;

class RecordFailureTest {
  private static final String DUPLICATE = EXECUTION + "-duplicate";

  private final InMemoryStates states = new InMemoryStates();
  private final InMemoryTopic topic = new InMemoryTopic();
  private final InMemoryS3 s3 = new InMemoryS3();

  @Test
  void namesTheStepThatFailedAndTellsTheUploaderOnce() {
    InMemoryJobStore jobs = Uploads.claimed();
    jobs.finished(REF, EXECUTION, Step.RESIZE);
    String cause =
        "{\"errorMessage\":\"DetectLabels did not answer\",\"errorType\":\"x.ServiceUnavailable\"}";
    states.execution(EXECUTION, ExecutionStatus.FAILED, "x.ServiceUnavailable", cause);
    states.entered(EXECUTION, "Resize", 3);
    states.entered(EXECUTION, "DetectLabels", 31);

    assertThat(record(jobs, EXECUTION)).isEqualTo("FAILED");
    assertThat(record(jobs, EXECUTION)).as("the event again").isEqualTo("NOTHING");

    Job job = jobs.find(REF).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    assertThat(job.told()).isEqualTo(JobStatus.FAILED);
    assertThat(job.error().code()).isEqualTo("STEP_FAILED");
    assertThat(job.error().detail()).contains("DetectLabels").doesNotContain("ServiceUnavailable");
    assertThat(job.error().failure())
        .isEqualTo(
            new Failure("DetectLabels", "x.ServiceUnavailable", "DetectLabels did not answer"));
    assertThat(topic.notifications()).containsExactly(REF.jobId() + "-FAILED-0");
    assertThat(topic.published().get(0).subject())
        .isEqualTo("Your photo a.jpg could not be processed");
    assertThat(topic.published().get(0).message()).contains("your file is not the cause");
  }

  @Test
  void tellsATimeOutFromAStop() {
    assertThat(codeAfter(ExecutionStatus.TIMED_OUT)).isEqualTo("TIMED_OUT");
    assertThat(codeAfter(ExecutionStatus.ABORTED)).isEqualTo("ABORTED");
  }

  @Test
  void aHistoryThatTellsNoStateLeavesTheStepAfterTheLastThatFinished() {
    InMemoryJobStore jobs = Uploads.claimed();
    jobs.finished(REF, EXECUTION, Step.DETECT_LABELS);
    states.execution(EXECUTION, ExecutionStatus.ABORTED);
    record(jobs, EXECUTION);
    assertThat(jobs.find(REF).orElseThrow().error().failure())
        .isEqualTo(new Failure("Persist", null, "The execution was stopped."));
  }

  @Test
  void whatCouldNotBeToldIsToldByTheNextAttempt() {
    InMemoryJobStore jobs = Uploads.claimed();
    states.execution(EXECUTION, ExecutionStatus.FAILED);
    topic.breakDown(true);
    assertThatThrownBy(() -> record(jobs, EXECUTION)).isInstanceOf(SnsException.class);
    assertThat(jobs.find(REF).orElseThrow().isUntold()).isTrue();
    topic.breakDown(false);
    assertThat(record(jobs, EXECUTION)).isEqualTo("TOLD");
    assertThat(topic.notifications()).containsExactly(REF.jobId() + "-FAILED-0");
  }

  @Test
  void leavesAnExecutionThatGoesOnOrGotOverIt() {
    InMemoryJobStore jobs = Uploads.claimed();
    for (ExecutionStatus status :
        new ExecutionStatus[] {
          ExecutionStatus.RUNNING, ExecutionStatus.PENDING_REDRIVE, ExecutionStatus.SUCCEEDED
        }) {
      states.execution(EXECUTION, status);
      assertThat(record(jobs, EXECUTION)).isEqualTo("NOTHING");
    }
    assertThat(jobs.find(REF).orElseThrow().status()).isEqualTo(JobStatus.PROCESSING);
  }

  @Test
  void aLateEventDoesNotUndoARedriveThatIsJustBeginning() {
    InMemoryJobStore jobs = Uploads.claimed();
    states.execution(EXECUTION, ExecutionStatus.FAILED);
    record(jobs, EXECUTION);
    jobs.redrive(jobs.find(REF).orElseThrow(), Optional.empty());
    states.stoppedAt(EXECUTION, NOW.minusSeconds(60)); // It is not resumed yet.
    assertThat(record(jobs, EXECUTION)).isEqualTo("NOTHING");
    assertThat(jobs.find(REF).orElseThrow().status()).isEqualTo(JobStatus.PROCESSING);
  }

  @Test
  void aFailureAfterARedriveIsToldAgain() {
    InMemoryJobStore jobs = Uploads.claimed();
    states.execution(EXECUTION, ExecutionStatus.FAILED);
    record(jobs, EXECUTION);
    jobs.redrive(jobs.find(REF).orElseThrow(), Optional.empty());
    states.stoppedAt(EXECUTION, NOW.plusSeconds(60));
    assertThat(record(jobs, EXECUTION)).isEqualTo("FAILED");
    assertThat(topic.notifications())
        .containsExactly(REF.jobId() + "-FAILED-0", REF.jobId() + "-FAILED-1");
  }

  @Test
  void leavesAJobThatAnotherExecutionHolds() {
    InMemoryJobStore jobs = Uploads.claimed();
    states.execution(DUPLICATE, ExecutionStatus.FAILED);
    assertThat(record(jobs, DUPLICATE)).isEqualTo("NOTHING");
    assertThat(jobs.find(REF).orElseThrow().status()).isEqualTo(JobStatus.PROCESSING);
    jobs.settle(REF, EXECUTION, Uploads.rejected());
    assertThat(record(jobs, DUPLICATE)).isEqualTo("NOTHING");
    assertThat(topic.published()).isEmpty();
  }

  @Test
  void anExecutionThatFailedBeforeTheFirstOneHadBegunDoesNotTakeItsJob() {
    InMemoryJobStore jobs = Uploads.announced();
    states.execution(DUPLICATE, ExecutionStatus.FAILED);
    assertThat(record(jobs, DUPLICATE)).isEqualTo("FAILED");
    jobs.claim(Uploads.event(9).claim(EXECUTION, NOW));
    assertThat(record(jobs, DUPLICATE)).isEqualTo("NOTHING");
    jobs.settle(REF, EXECUTION, Uploads.rejected());
    assertThat(jobs.find(REF).orElseThrow().isUntold()).isTrue();
  }

  @Test
  void anObjectThatNobodyAnnouncedAndNobodyClaimedFailsAsWell() {
    InMemoryJobStore jobs = new InMemoryJobStore(CLOCK);
    states.execution(EXECUTION, ExecutionStatus.FAILED);
    assertThat(record(jobs, EXECUTION)).isEqualTo("FAILED");
    assertThat(jobs.find(REF).orElseThrow().fileName()).isEqualTo("a.jpg");
    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void anOutcomeThatIsRecordedStaysAndIsToldForTheNotifyThatFailed() {
    InMemoryJobStore jobs = Uploads.claimed();
    jobs.settle(REF, EXECUTION, Uploads.rejected());
    states.execution(EXECUTION, ExecutionStatus.FAILED);
    assertThat(record(jobs, EXECUTION)).isEqualTo("TOLD");
    assertThat(record(jobs, EXECUTION)).isEqualTo("NOTHING");
    assertThat(jobs.find(REF).orElseThrow().status()).isEqualTo(JobStatus.REJECTED);
    assertThat(topic.notifications()).containsExactly(REF.jobId() + "-REJECTED-0");
  }

  @Test
  void ofADeletedJobTheObjectsGo() {
    InMemoryJobStore jobs = Uploads.claimed();
    s3.put("uploads", Uploads.KEY, "e1");
    s3.put("renditions", "renditions/owner-1/" + REF.jobId() + "/large.jpg", "e2");
    s3.put("renditions", "renditions/owner-1/another/large.jpg", "e3");
    jobs.delete(REF);
    states.execution(EXECUTION, ExecutionStatus.FAILED);
    assertThat(record(jobs, EXECUTION)).isEqualTo("DELETED");
    assertThat(s3.keys()).containsExactly("renditions/renditions/owner-1/another/large.jpg");
    assertThat(jobs.isPurged(REF)).as("an attempt of Resize may be at work").isFalse();
    assertThat(topic.published()).isEmpty();
  }

  @Test
  void leavesAnExecutionThatNoUploadStarted() {
    InMemoryJobStore jobs = Uploads.claimed();
    states.execution(EXECUTION, ExecutionStatus.FAILED, null, null, "{}");
    assertThat(record(jobs, EXECUTION)).isEqualTo("NOTHING");
    assertThat(record(jobs, "arn:unknown")).isEqualTo("NOTHING");
  }

  private String codeAfter(ExecutionStatus status) {
    InMemoryJobStore jobs = Uploads.claimed();
    states.execution(EXECUTION, status);
    record(jobs, EXECUTION);
    return jobs.find(REF).orElseThrow().error().code();
  }

  private String record(InMemoryJobStore jobs, String executionArn) {
    return new RecordFailure(
            new Executions(states),
            jobs,
            topic.outcomes(),
            new ImageObjects(s3, "uploads", "renditions"),
            CLOCK)
        .handle(new RecordFailure.StatusChange(new RecordFailure.Detail(executionArn)))
        .done();
  }
}
