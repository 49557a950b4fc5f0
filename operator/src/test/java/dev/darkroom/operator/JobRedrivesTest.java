package dev.darkroom.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Claim;
import dev.darkroom.core.Failure;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.Original;
import dev.darkroom.core.redrive.FakeStates;
import dev.darkroom.core.redrive.Redrive;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;

class JobRedrivesTest {
  private final Clock clock = Clock.systemUTC();
  private final InMemoryJobStore jobs = new InMemoryJobStore(clock);
  private final FakeStates states = new FakeStates();
  private final StringWriter out = new StringWriter();
  private final Report report = new Report(new PrintWriter(out));
  private final JobRedrives redrives =
      new JobRedrives(
          jobs,
          new Redrive(states, jobs, FakeStates.MACHINE, "uploads", clock),
          report,
          new Pace(100, 100));

  @Test
  void aFailedJobIsRedrivenAndToldInALine() throws Exception {
    JobRef ref = failed();

    redrives.redrive(ref, false);

    assertThat(report.end()).isZero();
    assertThat(out.toString())
        .isEqualToIgnoringNewLines(
            ref.jobId()
                + "  Resize  States.Timeout  RESUMED at Resize"
                + "1 done, 0 left alone, 0 not done");
    assertThat(status(ref)).isEqualTo(JobStatus.PROCESSING);
  }

  @Test
  void aDryRunDoesNothing() throws Exception {
    JobRef ref = failed();

    redrives.redrive(ref, true);

    assertThat(out.toString()).contains("Resize  States.Timeout  would be redriven");
    assertThat(status(ref)).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void whatHasNotFailedIsLeftAlone() throws Exception {
    JobRef processing = claimed();
    JobRef gone = failed();
    jobs.delete(gone);

    redrives.redrive(processing, false);
    redrives.redrive(gone, false);

    assertThat(report.end()).isZero();
    assertThat(out.toString())
        .contains(processing.jobId() + "  -  -  left alone: PROCESSING")
        .contains(gone.jobId() + "  -  -  left alone: deleted")
        .contains("0 done, 2 left alone, 0 not done");
  }

  @Test
  void whatCannotBeDoneDoesNotKeepTheOthers() throws Exception {
    JobRef first = failed();
    JobRef second = failed();
    states.before(
        () -> {
          states.before(() -> {});
          throw SfnException.builder().message("Rate exceeded").build();
        });

    redrives.redrive(first, false);
    redrives.redrive(second, false);

    assertThat(report.end()).isEqualTo(2);
    assertThat(out.toString()).contains(first.jobId() + "  -  -  not done: Rate exceeded");
    assertThat(status(first)).isEqualTo(JobStatus.FAILED);
    assertThat(status(second)).isEqualTo(JobStatus.PROCESSING);
  }

  private JobRef failed() {
    JobRef ref = claimed();
    jobs.fail(
        claim(ref),
        0,
        new JobError("STEP_FAILED", "It failed.", new Failure("Resize", "States.Timeout", "Slow")));
    states.ended(claim(ref).executionArn(), ExecutionStatus.FAILED, "{}");
    return ref;
  }

  private JobRef claimed() {
    JobRef ref = new JobRef("alice", JobIds.next());
    jobs.announce(Job.announced(ref, "a.jpg", "image/jpeg", 9, clock.instant()));
    jobs.claim(claim(ref));
    return ref;
  }

  private Claim claim(JobRef ref) {
    Original original = new Original(ObjectKeys.original(ref, "a.jpg"), "tag");
    return new Claim(
        ref, FakeStates.arn("e-" + ref.jobId()), original, "a.jpg", 9, clock.instant());
  }

  private JobStatus status(JobRef ref) {
    return jobs.find(ref).orElseThrow().status();
  }
}
