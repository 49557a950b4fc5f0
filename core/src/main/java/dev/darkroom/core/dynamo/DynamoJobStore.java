package dev.darkroom.core.dynamo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.core.Claim;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Label;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import dev.darkroom.core.Step;
import dev.darkroom.core.json.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Keeps jobs in the one DynamoDB table. */
public final class DynamoJobStore implements JobStore {
  private static final ObjectMapper JSON = Json.mapper();

  /** What {@link #heldBy} gives the values of. */
  private static final String HELD =
      "executionArn = :execution AND #status IN (:processing, :failed)";

  /** What {@link #awaitingOrHeldBy} gives the values of. */
  private static final String AWAITING_OR_HELD = "#status = :awaiting OR (" + HELD + ")";

  private static final String IS_NEW = "attribute_not_exists(PK)";

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  /**
   * @param table the table's name
   */
  public DynamoJobStore(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void announce(Job job) {
    try {
      dynamo.putItem(put -> put.tableName(table).item(item(job)).conditionExpression(IS_NEW));
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
            .map(job -> Put.builder().tableName(table).item(item(job)).conditionExpression(IS_NEW))
            .map(put -> TransactWriteItem.builder().put(put.build()).build())
            .toList();
    try {
      Transactions.write(dynamo, writes);
    } catch (TransactionCanceledException e) {
      for (int i = 0; i < jobs.size(); i++) {
        if ("ConditionalCheckFailed".equals(e.cancellationReasons().get(i).code())) {
          throw taken(jobs.get(i));
        }
      }
      throw e;
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
        new JobUpdate(claim.ref(), claim.at())
            .status(JobStatus.PROCESSING)
            .set("executionArn", claim.executionArn())
            .set("original", claim.original())
            .set("bytes", claim.bytes())
            .set(Keys.IN_FLIGHT, Keys.inFlight(claim.ref().jobId()))
            .setIfAbsent("jobId", claim.ref().jobId())
            .setIfAbsent("owner", claim.ref().owner())
            .setIfAbsent("fileName", claim.fileName())
            .setIfAbsent("createdAt", claim.at())
            .remove("error")
            .onlyIf(
                "attribute_not_exists(PK) OR " + AWAITING_OR_HELD,
                awaitingOrHeldBy(claim.executionArn()));
    try {
      write(update);
    } catch (ConditionalCheckFailedException e) {
      throw new JobConflict(claim.ref(), "is held or was settled by another execution.");
    }
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
            .onlyIf(
                "executionArn = :execution AND (attribute_not_exists(step)" + earlier + ")",
                values);
    try {
      write(update);
    } catch (ConditionalCheckFailedException e) {
      // Held by this execution, the condition failed because a later step finished already.
      if (!isHeldBy(executionArn, e.item())) {
        throw notHeld(ref, executionArn);
      }
    }
  }

  @Override
  public void settle(JobRef ref, String executionArn, Outcome outcome) {
    JobUpdate update =
        new JobUpdate(ref, outcome.at())
            .status(outcome.status())
            .set("step", Step.PERSIST)
            .set("contentType", outcome.contentType())
            .set("width", outcome.width())
            .set("height", outcome.height())
            .set("capture", outcome.capture())
            .set("sequence", outcome.sequence())
            .set("renditions", outcome.renditions())
            .set("labels", outcome.labels())
            .set("imageProperties", outcome.imageProperties())
            .set("notes", outcome.notes())
            .remove(Keys.IN_FLIGHT)
            .onlyIf(HELD, heldBy(executionArn));
    if (outcome.error() == null) {
      update.remove("error"); // Of a failure that the execution got over.
    } else {
      update.set("error", outcome.error());
    }
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(TransactWriteItem.builder().update(update.build(table)).build());
    writes.addAll(labelIndex(ref, outcome.labels()));
    try {
      dynamo.transactWriteItems(request -> request.transactItems(writes));
    } catch (TransactionCanceledException e) {
      Map<String, AttributeValue> found = itemThatFailedTheCondition(e);
      boolean settledBefore =
          isHeldBy(executionArn, found) && outcome.status().name().equals(found.get("status").s());
      if (!settledBefore) {
        throw notHeld(ref, executionArn);
      }
    }
  }

  @Override
  public void fail(JobRef ref, String executionArn, JobError error) {
    JobUpdate update =
        new JobUpdate(ref, clock.instant())
            .status(JobStatus.FAILED)
            .set("executionArn", executionArn)
            .set("error", error)
            .remove(Keys.IN_FLIGHT)
            .onlyIf(AWAITING_OR_HELD, awaitingOrHeldBy(executionArn));
    try {
      write(update);
    } catch (ConditionalCheckFailedException e) {
      throw notHeld(ref, executionArn);
    }
  }

  @Override
  public Optional<Job> find(JobRef ref) {
    Map<String, AttributeValue> item =
        dynamo.getItem(get -> get.tableName(table).key(Keys.job(ref)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(job(item));
  }

  @Override
  public Optional<Job> findById(String jobId) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName(Keys.BY_JOB_ID)
                    .keyConditionExpression("jobId = :jobId")
                    .expressionAttributeValues(Map.of(":jobId", AttributeValue.fromS(jobId))))
        .items()
        .stream()
        .findFirst()
        .flatMap(keys -> find(Keys.ref(keys)));
  }

  @Override
  public Page<Job> list(String owner, Optional<JobStatus> status, PageRequest request) {
    JobLists lists = new JobLists(dynamo, table);
    return status.isPresent()
        ? lists.ofStatus(owner, status.get(), request)
        : lists.all(owner, request);
  }

  private void write(JobUpdate update) {
    var action = update.build(table);
    dynamo.updateItem(
        request ->
            request
                .tableName(action.tableName())
                .key(action.key())
                .updateExpression(action.updateExpression())
                .conditionExpression(action.conditionExpression())
                .expressionAttributeNames(action.expressionAttributeNames())
                .expressionAttributeValues(action.expressionAttributeValues())
                .returnValuesOnConditionCheckFailure(action.returnValuesOnConditionCheckFailure()));
  }

  /** One item a label; labels that differ in case alone share one. */
  private List<TransactWriteItem> labelIndex(JobRef ref, List<Label> labels) {
    Map<Map<String, AttributeValue>, Label> byKey = new HashMap<>();
    labels.forEach(label -> byKey.putIfAbsent(Keys.label(ref, label.name()), label));
    return byKey.entrySet().stream()
        .map(
            entry -> {
              Map<String, AttributeValue> item = new HashMap<>(entry.getKey());
              item.put("label", AttributeValue.fromS(entry.getValue().name()));
              item.put(
                  "confidence",
                  AttributeValue.fromN(Double.toString(entry.getValue().confidence())));
              Put put = Put.builder().tableName(table).item(item).build();
              return TransactWriteItem.builder().put(put).build();
            })
        .toList();
  }

  private static Map<String, AttributeValue> itemThatFailedTheCondition(
      TransactionCanceledException e) {
    CancellationReason reason = e.cancellationReasons().get(0);
    if (!"ConditionalCheckFailed".equals(reason.code())) {
      throw e;
    }
    return reason.item();
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

  private static boolean isHeldBy(String executionArn, Map<String, AttributeValue> item) {
    AttributeValue holder = item.get("executionArn");
    return holder != null && executionArn.equals(holder.s());
  }

  private static JobConflict notHeld(JobRef ref, String executionArn) {
    return new JobConflict(ref, "is not held by " + executionArn + ".");
  }

  private static Map<String, AttributeValue> item(Job job) {
    Map<String, AttributeValue> item = Attributes.of(JSON.<ObjectNode>valueToTree(job));
    item.putAll(Keys.job(job.ref()));
    item.put(Keys.SCHEMA, AttributeValue.fromN(Integer.toString(Keys.CURRENT_SCHEMA)));
    item.put(Keys.OWNER_STATUS, AttributeValue.fromS(Keys.ownerStatus(job.owner(), job.status())));
    return item;
  }

  private static JobConflict taken(Job job) {
    return new JobConflict(job.ref(), "exists already.");
  }

  static Job job(Map<String, AttributeValue> item) {
    try {
      return JSON.treeToValue(Attributes.json(item), Job.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of the table is not a job: " + item.get("SK"), e);
    }
  }
}
