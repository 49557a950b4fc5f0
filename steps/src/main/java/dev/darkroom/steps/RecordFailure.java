package dev.darkroom.steps;

import dev.darkroom.core.Environment;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.executions.Executions;
import dev.darkroom.core.s3.ImageObjects;
import java.time.Clock;
import java.util.Map;

/**
 * Records that an execution failed, timed out or was stopped, and tells the uploader. Run by an
 * EventBridge rule, not by the state machine; its events may come twice, late, or never, so it
 * believes Step Functions rather than the event, and {@link ReconcileJobs} comes after it.
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
   * The answer, for the log.
   *
   * @param done {@code FAILED}, {@code TOLD}, {@code DELETED} or {@code NOTHING}
   */
  public record Recorded(String done) {}

  private final EndedExecutions endedExecutions;

  public RecordFailure() {
    this(System.getenv());
  }

  /**
   * Records in the cloud.
   *
   * @param environment {@code TABLE}, {@code TOPIC_ARN}, {@code UPLOADS_BUCKET}, {@code
   *     RENDITIONS_BUCKET}
   */
  public RecordFailure(Map<String, String> environment) {
    this(new Environment(environment), new Executions(Aws.states()), Clock.systemUTC());
  }

  private RecordFailure(Environment environment, Executions executions, Clock clock) {
    this(
        executions,
        new DynamoJobStore(Aws.dynamo(), environment.text("TABLE"), clock),
        new OutcomeTopic(Aws.sns(), environment.text("TOPIC_ARN")),
        Aws.images(environment),
        clock);
  }

  RecordFailure(
      Executions executions,
      JobStore jobs,
      OutcomeTopic outcomes,
      ImageObjects objects,
      Clock clock) {
    super(StatusChange.class);
    this.endedExecutions =
        new EndedExecutions(
            executions, jobs, new Settling(jobs, executions, outcomes, objects), clock);
  }

  @Override
  Recorded handle(StatusChange event) {
    return new Recorded(endedExecutions.settle(event.detail().executionArn()).name());
  }
}
