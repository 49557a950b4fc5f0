package dev.darkroom.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.Environment;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Step;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.json.Json;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

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

  private final ObjectMapper json = Json.mapper();
  private final SfnClient states;
  private final JobStore jobs;
  private final OutcomeTopic outcomes;

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
        new OutcomeTopic(Aws.sns(), environment.text("TOPIC_ARN")));
  }

  RecordFailure(SfnClient states, JobStore jobs, OutcomeTopic outcomes) {
    super(StatusChange.class);
    this.states = states;
    this.jobs = jobs;
    this.outcomes = outcomes;
  }

  @Override
  Recorded handle(StatusChange event) {
    String executionArn = event.detail().executionArn();
    DescribeExecutionResponse execution =
        states.describeExecution(get -> get.executionArn(executionArn));
    JobRef ref = upload(execution).ref();
    Optional<Job> held = jobs.find(ref).filter(job -> executionArn.equals(job.executionArn()));
    if (held.isEmpty()) {
      return new Recorded(false); // It failed before it had the job, or as a duplicate.
    }
    try {
      jobs.fail(ref, executionArn, error(execution, held.get()));
    } catch (JobConflict e) {
      return new Recorded(false); // The job was settled; only what comes after failed.
    }
    jobs.find(ref).ifPresent(outcomes::publish);
    return new Recorded(true);
  }

  private UploadEvent upload(DescribeExecutionResponse execution) {
    try {
      return json.readValue(execution.input(), UploadEvent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          execution.executionArn() + " was not started by an upload.", e);
    }
  }

  private static JobError error(DescribeExecutionResponse execution, Job job) {
    String code =
        switch (execution.status()) {
          case TIMED_OUT -> "TIMED_OUT";
          case ABORTED -> "ABORTED";
          default -> "STEP_FAILED";
        };
    String name = execution.error() == null ? "" : " (" + execution.error() + ")";
    return new JobError(
        code,
        "The step "
            + stepAfter(job.step())
            + " could not be finished"
            + name
            + ". Your file is kept; there is no need to upload it again.");
  }

  private static String stepAfter(Step finished) {
    return Arrays.stream(Step.values())
        .filter(step -> finished == null || step.earlier().contains(finished))
        .findFirst()
        .orElse(Step.NOTIFY)
        .stateName();
  }
}
