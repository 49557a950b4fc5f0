package dev.darkroom.core.dynamo;

import dev.darkroom.core.Claim;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import dev.darkroom.core.Step;
import dev.darkroom.core.Wait;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps jobs in the one DynamoDB table. */
public final class DynamoJobStore implements JobStore {
  /** What {@link #heldBy} gives the values of. */
  private static final String HELD =
      "executionArn = :execution AND #status IN (:processing, :failed)";

  /** What {@link #awaitingOrHeldBy} gives the values of. */
  private static final String AWAITING_OR_HELD = "#status = :awaiting OR (" + HELD + ")";

  /** Beside the holder, nobody has done anything yet of a job that failed like this. */
  private static final String NOT_BEGUN = "(#status = :failed AND attribute_not_exists(step))";

  private static final String WAITING_FOR = "waitingFor";
  private static final String IS_NEW = "attribute_not_exists(PK)";

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final JobReads reads;
  private final Settlement settlement;

  /**
   * @param table the table's name
   */
  public DynamoJobStore(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.reads = new JobReads(dynamo, table);
    this.settlement = new Settlement(dynamo, table, clock);
  }

  @Override
  public void announce(Job job) {
    try {
      dynamo.putItem(put -> put.tableName(table).item(JobItem.of(job)).conditionExpression(IS_NEW));
    } catch (ConditionalCheckFailedException e) {
      throw taken(job);
    }
  }

  @Override
  public void announceAll(List<Job> jobs) {
    if (jobs.size() == 1) {
      announce(jobs.get(0)); // At half the price of a transaction.
      return;
    }
    List<TransactWriteItem> writes =
        jobs.stream()
            .map(
                job ->
                    Put.builder()
                        .tableName(table)
                        .item(JobItem.of(job))
                        .conditionExpression(IS_NEW))
            .map(put -> TransactWriteItem.builder().put(put.build()).build())
            .toList();
    List<CancellationReason> refusals = Transactions.refusals(dynamo, writes);
    for (int i = 0; i < refusals.size(); i++) {
      if (Transactions.isRefused(refusals.get(i))) {
        throw taken(jobs.get(i));
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A duplicate event starts a second execution. Of two that claim at once, the condition lets
   * one through; an execution that runs Validate again passes, unless it settled the job.
   */
  @Override
  public void claim(Claim claim) {
    JobUpdate update =
        claimed(claim)
            .status(JobStatus.PROCESSING)
            .remove("error")
            .onlyIf(
                String.join(" OR ", IS_NEW, AWAITING_OR_HELD, NOT_BEGUN),
                awaitingOrHeldBy(claim.executionArn()));
    write(update, "is held or was settled by another execution.");
  }

  /** What an execution that claims a job writes, whether it goes on with it or not. */
  private static JobUpdate claimed(Claim claim) {
    return new JobUpdate(claim.ref(), claim.at())
        .set("executionArn", claim.executionArn())
        .set("original", claim.original())
        .set("bytes", claim.bytes())
        .set(Keys.IN_FLIGHT, Keys.inFlight(claim.ref().jobId()))
        .setIfAbsent("jobId", claim.ref().jobId())
        .setIfAbsent("owner", claim.ref().owner())
        .setIfAbsent("fileName", claim.fileName())
        .setIfAbsent("createdAt", claim.at())
        .remove(WAITING_FOR)
        .remove(Keys.TTL);
  }

  @Override
  public void finished(JobRef ref, String executionArn, Step step) {
    Map<String, String> values = new HashMap<>(Map.of(":execution", executionArn));
    StringJoiner earlier = new StringJoiner(", ", " OR step IN (", ")").setEmptyValue("");
    for (Step before : step.earlier()) {
      values.put(":" + before.stateName(), before.stateName());
      earlier.add(":" + before.stateName());
    }
    JobUpdate update =
        new JobUpdate(ref, clock.instant())
            .set("step", step)
            .remove(WAITING_FOR)
            .onlyIf(
                "executionArn = :execution AND (attribute_not_exists(step)" + earlier + ")",
                values);
    writeAsHolder(update, executionArn); // Refused, where a later step has finished already.
  }

  @Override
  public void settle(JobRef ref, String executionArn, Outcome outcome) {
    settlement.settle(ref, executionArn, outcome);
  }

  @Override
  public void waiting(JobRef ref, String executionArn, Wait wait) {
    JobUpdate update =
        new JobUpdate(ref, clock.instant())
            .set(WAITING_FOR, wait)
            .onlyIf(
                HELD + " AND (attribute_not_exists(waitingFor) OR waitingFor <> :waitingFor)",
                heldBy(executionArn));
    writeAsHolder(update, executionArn); // Refused, where it waits for the same already.
  }

  @Override
  public void fail(Claim claim, int redrives, JobError error) {
    JobUpdate update =
        claimed(claim)
            .status(JobStatus.FAILED)
            .set("error", error)
            .onlyIf(IS_NEW + " OR " + AWAITING_OR_HELD, awaitingOrHeldBy(claim.executionArn()))
            .andRedriven(redrives);
    write(update, notHeld(claim.executionArn()));
  }

  @Override
  public void told(JobRef ref, String executionArn, JobStatus status) {
    JobUpdate update =
        new JobUpdate(ref, clock.instant())
            .set("told", status)
            .remove(Keys.IN_FLIGHT)
            .onlyIf(
                "executionArn = :execution AND #status = :ended",
                Map.of(":execution", executionArn, ":ended", status.name()));
    if (status != JobStatus.FAILED) {
      update.set("step", Step.NOTIFY); // A failed job's step tells where it goes on.
    }
    write(update, "has not ended as " + status + " any more.");
  }

  @Override
  public Job redrive(Job failed, Optional<String> newExecutionArn) {
    if (failed.status() != JobStatus.FAILED) {
      throw new JobConflict(failed.ref(), "has not failed.");
    }
    JobUpdate update =
        new JobUpdate(failed.ref(), clock.instant())
            .status(JobStatus.PROCESSING)
            .set(Keys.IN_FLIGHT, Keys.inFlight(failed.jobId()))
            .set("redrives", failed.redrives() + 1)
            .remove("error")
            .remove("told")
            .onlyIfStill(failed);
    newExecutionArn.ifPresent(arn -> update.set("executionArn", arn).remove("step"));
    write(update, "was changed meanwhile.");
    return find(failed.ref()).orElseThrow(() -> new JobDeleted(failed.ref()));
  }

  @Override
  public void purged(JobRef ref) {
    try {
      Transactions.retried(
          () ->
              dynamo.updateItem(
                  update ->
                      update
                          .tableName(table)
                          .key(Keys.job(ref))
                          .updateExpression("REMOVE #inFlight, #original, #jobId")
                          .conditionExpression("attribute_exists(#deletedAt)")
                          .expressionAttributeNames(
                              Map.of(
                                  "#inFlight", Keys.IN_FLIGHT,
                                  "#original", JobItem.ORIGINAL,
                                  "#jobId", "jobId",
                                  "#deletedAt", JobItem.DELETED_AT))));
    } catch (ConditionalCheckFailedException e) {
      return; // It is no deleted job, or its mark has expired.
    }
  }

  @Override
  public Optional<Job> find(JobRef ref) {
    return reads.item(ref).job();
  }

  @Override
  public Optional<Job> findById(String jobId) {
    return locate(jobId).flatMap(this::find);
  }

  @Override
  public Optional<JobRef> locate(String jobId) {
    return reads.locate(jobId);
  }

  @Override
  public Page<Job> list(String owner, Optional<JobStatus> status, PageRequest request) {
    JobLists lists = new JobLists(dynamo, table);
    return status.isPresent()
        ? lists.ofStatus(owner, status.get(), request)
        : lists.all(owner, request);
  }

  /**
   * @param refusal what is so of the job where the condition does not hold
   */
  private void write(JobUpdate update, String refusal) {
    try {
      write(update);
    } catch (ConditionalCheckFailedException e) {
      throw refused(update.ref(), item(e), new JobConflict(update.ref(), refusal));
    }
  }

  /** Held by this execution, a job that refuses the write does not need it. */
  private void writeAsHolder(JobUpdate update, String executionArn) {
    try {
      write(update);
    } catch (ConditionalCheckFailedException e) {
      if (!item(e).isHeldBy(executionArn)) {
        throw refused(update.ref(), item(e), notHeld(update.ref(), executionArn));
      }
    }
  }

  private void write(JobUpdate update) {
    var action = update.build(table);
    Transactions.retried(
        () ->
            dynamo.updateItem(
                request ->
                    request
                        .tableName(action.tableName())
                        .key(action.key())
                        .updateExpression(action.updateExpression())
                        .conditionExpression(action.conditionExpression())
                        .expressionAttributeNames(action.expressionAttributeNames())
                        .expressionAttributeValues(action.expressionAttributeValues())
                        .returnValuesOnConditionCheckFailure(
                            action.returnValuesOnConditionCheckFailure())));
  }

  private static JobItem item(ConditionalCheckFailedException e) {
    return new JobItem(e.item());
  }

  /** Why a write was refused: most of all, because the job was deleted. */
  static RuntimeException refused(JobRef ref, JobItem item, JobConflict otherwise) {
    return item.isDeleted() ? new JobDeleted(ref) : otherwise;
  }

  private static Map<String, String> heldBy(String executionArn) {
    return Map.of(
        ":execution", executionArn,
        ":processing", JobStatus.PROCESSING.name(),
        ":failed", JobStatus.FAILED.name());
  }

  private static Map<String, String> awaitingOrHeldBy(String executionArn) {
    Map<String, String> values = new HashMap<>(heldBy(executionArn));
    values.put(":awaiting", JobStatus.AWAITING_UPLOAD.name());
    return values;
  }

  static JobConflict notHeld(JobRef ref, String executionArn) {
    return new JobConflict(ref, notHeld(executionArn));
  }

  private static String notHeld(String executionArn) {
    return "is not held by " + executionArn + ".";
  }

  private static JobConflict taken(Job job) {
    return new JobConflict(job.ref(), "exists already.");
  }
}
