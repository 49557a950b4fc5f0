package dev.darkroom.steps;

import dev.darkroom.core.Deletion;
import dev.darkroom.core.Environment;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.dynamo.DynamoWorkLeft;
import dev.darkroom.core.executions.Executions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Settles the jobs that stand still: those whose execution ended unheard of, even before it claimed
 * its job, those whose uploader was not told, and deletions that broke off. Run by a schedule,
 * every 5 minutes. A run looks at 400 jobs and 100 deletions at most, then at the executions that
 * failed within the last hour, and begins no other after 4 minutes; its function needs a timeout of
 * 5.
 */
public final class ReconcileJobs
    extends StepHandler<ReconcileJobs.Request, Reconciliation.Reconciled> {
  private static final Duration UNCHANGED = Deletion.LONGEST_AT_WORK;

  /**
   * The input: what the schedule sends is ignored but for this.
   *
   * @param unchangedSeconds looks at what was not written to for so many seconds, 0 or more: an
   *     operator may not want to wait; null for 600
   */
  public record Request(Long unchangedSeconds) {
    Duration unchanged() {
      if (unchangedSeconds != null && unchangedSeconds < 0) {
        throw new IllegalArgumentException(
            "unchangedSeconds must be 0 or more, not " + unchangedSeconds + ".");
      }
      return unchangedSeconds == null ? UNCHANGED : Duration.ofSeconds(unchangedSeconds);
    }
  }

  private final Logger log = LoggerFactory.getLogger(ReconcileJobs.class);
  private final Reconciliation reconciliation;

  public ReconcileJobs() {
    this(System.getenv());
  }

  /**
   * Reconciles what the cloud has.
   *
   * @param environment {@code TABLE}, {@code STATE_MACHINE_ARN}, {@code TOPIC_ARN}, {@code
   *     UPLOADS_BUCKET}, {@code RENDITIONS_BUCKET}
   */
  public ReconcileJobs(Map<String, String> environment) {
    this(reconciliation(new Environment(environment), Aws.dynamo(), Clock.systemUTC()));
  }

  ReconcileJobs(Reconciliation reconciliation) {
    super(Request.class);
    this.reconciliation = reconciliation;
  }

  private static Reconciliation reconciliation(
      Environment environment, DynamoDbClient dynamo, Clock clock) {
    String table = environment.text("TABLE");
    JobStore jobs = new DynamoJobStore(dynamo, table, clock);
    return new Reconciliation(
        jobs,
        new DynamoWorkLeft(dynamo, table, clock),
        new Executions(Aws.states()),
        environment.text("STATE_MACHINE_ARN"),
        new OutcomeTopic(Aws.sns(), environment.text("TOPIC_ARN")),
        Aws.images(environment),
        clock);
  }

  /**
   * Settles what can be settled.
   *
   * @throws JobsNotReconciled when some jobs could not be, after all others were
   */
  @Override
  Reconciliation.Reconciled handle(Request request) {
    Reconciliation.Reconciled reconciled = reconciliation.run(request.unchanged());
    log.info("{}", reconciled);
    return reconciled;
  }
}
