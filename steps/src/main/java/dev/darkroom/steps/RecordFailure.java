package dev.darkroom.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.Claim;
import dev.darkroom.core.Environment;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.json.Json;
import dev.darkroom.core.s3.ImageObjects;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

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

  private final Logger log = LoggerFactory.getLogger(RecordFailure.class);
  private final ObjectMapper json = Json.mapper();
  private final Executions executions;
  private final JobStore jobs;
  private final Settling settling;
  private final Clock clock;

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
    this.executions = executions;
    this.jobs = jobs;
    this.settling = Settling.of(jobs, executions, outcomes, objects);
    this.clock = clock;
  }

  @Override
  Recorded handle(StatusChange event) {
    String executionArn = event.detail().executionArn();
    Settled settled =
        executions
            .find(executionArn)
            .filter(RecordFailure::isUnsuccessful)
            .map(this::settle)
            .orElse(Settled.NOTHING); // It goes on by now, or got over it.
    return new Recorded(settled.name());
  }

  private Settled settle(DescribeExecutionResponse execution) {
    Optional<UploadEvent> upload = upload(execution);
    if (upload.isEmpty()) {
      return Settled.NOTHING;
    }
    Claim claim = upload.get().claim(execution.executionArn(), clock.instant());
    Optional<Job> job = jobs.find(claim.ref());
    return job.filter(now -> isDone(now) || isRedriven(now, execution)).isPresent()
        ? Settled.NOTHING
        : settling.settle(claim, job, Optional.of(execution));
  }

  private static boolean isUnsuccessful(DescribeExecutionResponse execution) {
    return !Executions.isUnfinished(execution) && execution.status() != ExecutionStatus.SUCCEEDED;
  }

  private static boolean isDone(Job job) {
    return job.status().isFinal() && !job.isUntold();
  }

  /**
   * A redrive is recorded before the execution is resumed. An event that is late comes between: the
   * failure that it tells of is over.
   */
  private static boolean isRedriven(Job job, DescribeExecutionResponse execution) {
    return job.redrives() > 0
        && job.status() == JobStatus.PROCESSING
        && execution.stopDate() != null
        && job.updatedAt().isAfter(execution.stopDate());
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
}
