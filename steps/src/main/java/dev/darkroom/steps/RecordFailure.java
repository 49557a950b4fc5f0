package dev.darkroom.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.Environment;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Step;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.json.Json;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Records that an execution failed, timed out or was stopped, and tells the uploader. Run by an
 * EventBridge rule, not by the state machine.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html">Step
 *     Functions events</a>
 */
public final class RecordFailure
    extends StepHandler<RecordFailure.StatusChange, RecordFailure.Recorded> {

  /** The event "Step Functions Execution Status Change". */
  public record StatusChange(Detail detail) {}

  /** Which execution ended. */
  public record Detail(String executionArn) {}

  /**
   * What was done.
   *
   * @param recorded false when the job was not this execution's to fail
   */
  public record Recorded(boolean recorded) {}

  private final Logger log = LoggerFactory.getLogger(RecordFailure.class);
  private final ObjectMapper json = Json.mapper();
  private final SfnClient states;
  private final JobStore jobs;
  private final OutcomeTopic outcomes;
  private final Clock clock;

  public RecordFailure() {
    this(System.getenv());
  }

  /**
   * @param environment {@code TABLE}, {@code TOPIC_ARN}
   */
  public RecordFailure(Map<String, String> environment) {
    this(new Environment(environment));
  }

  private RecordFailure(Environment environment) {
    this(
        Aws.states(),
        new DynamoJobStore(Aws.dynamo(), environment.text("TABLE"), Clock.systemUTC()),
        new OutcomeTopic(Aws.sns(), environment.text("TOPIC_ARN")),
        Clock.systemUTC());
  }

  RecordFailure(SfnClient states, JobStore jobs, OutcomeTopic outcomes, Clock clock) {
    super(StatusChange.class);
    this.clock = clock;
    this.states = states;
    this.jobs = jobs;
    this.outcomes = outcomes;
  }

  @Override
  Recorded handle(StatusChange event) {
    String executionArn = event.detail().executionArn();
    DescribeExecutionResponse execution =
        states.describeExecution(get -> get.executionArn(executionArn));
    Optional<UploadEvent> upload = upload(execution);
    if (upload.isEmpty()) {
      return new Recorded(false);
    }
    JobRef ref = upload.get().ref();
    Step finished = jobs.find(ref).map(Job::step).orElse(null);
    try {
      jobs.fail(
          upload.get().claim(executionArn, clock.instant()), error(execution.status(), finished));
    } catch (JobConflict | JobDeleted e) {
      return new Recorded(false); // Settled, or another's, or deleted.
    }
    Optional<Job> failed = jobs.find(ref).filter(now -> now.status() == JobStatus.FAILED);
    failed.ifPresent(
        job -> {
          outcomes.publish(job);
          jobs.told(ref, executionArn, JobStatus.FAILED);
        });
    return new Recorded(true);
  }

  /** Empty when the execution was not started by an upload: nobody waits for it. */
  private Optional<UploadEvent> upload(DescribeExecutionResponse execution) {
    try {
      UploadEvent upload = json.readValue(execution.input(), UploadEvent.class);
      upload.ref();
      return Optional.of(upload);
    } catch (JsonProcessingException | NotAnUpload e) {
      log.warn("{} was not started by an upload", execution.executionArn(), e);
      return Optional.empty();
    }
  }

  private static JobError error(ExecutionStatus status, Step finished) {
    String code =
        switch (status) {
          case TIMED_OUT -> "TIMED_OUT";
          case ABORTED -> "ABORTED";
          default -> "STEP_FAILED";
        };
    return new JobError(
        code,
        "Darkroom itself failed, at the step "
            + stepAfter(finished)
            + "; your file is not the cause, and it is kept. The operators can see what happened."
            + " If you cannot wait for them, upload the file again.");
  }

  private static String stepAfter(Step finished) {
    return Arrays.stream(Step.values())
        .filter(step -> finished == null || step.earlier().contains(finished))
        .findFirst()
        .orElse(Step.NOTIFY)
        .stateName();
  }
}
