package dev.darkroom.core.dynamo;

import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Lists an owner's jobs, newest first: their ids sort by time. A place in the list is the id of the
 * last job before it. Each read asks for one item more than the page holds, to know whether another
 * page follows.
 */
final class JobLists {
  /** A page that deleted jobs thin out is filled up with more reads, but not with endless ones. */
  private static final int MOST_QUERIES = 5;

  private final DynamoDbClient dynamo;
  private final String table;

  JobLists(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** Every job that was not deleted. */
  Page<Job> all(String owner, PageRequest request) {
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    Map<String, AttributeValue> from =
        request.after().map(jobId -> Keys.job(new JobRef(owner, jobId))).orElse(null);
    for (int queries = 0; queries < MOST_QUERIES; queries++) {
      QueryResponse answer = dynamo.query(allFrom(owner, from, request.limit() + 1 - found.size()));
      found.addAll(answer.items());
      from = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
      if (from == null || found.size() > request.limit()) {
        break;
      }
    }
    if (found.size() > request.limit()) {
      from = found.get(request.limit() - 1);
    }
    return new Page<>(
        found.stream().limit(request.limit()).map(JobLists::job).toList(),
        Optional.ofNullable(from).map(key -> Keys.ref(key).jobId()));
  }

  /**
   * The jobs of one status. A job whose status has changed since the index was written is left out,
   * so a page may be short.
   */
  Page<Job> ofStatus(String owner, JobStatus status, PageRequest request) {
    List<Map<String, AttributeValue>> keys =
        dynamo.query(indexFrom(owner, status, request)).items();
    List<Map<String, AttributeValue>> wanted =
        keys.stream().limit(request.limit()).map(key -> Keys.job(Keys.ref(key))).toList();
    List<Job> jobs =
        BatchReads.inOrder(dynamo, table, wanted).stream()
            .flatMap(item -> new JobItem(item).job().stream())
            .filter(job -> job.status() == status)
            .toList();
    boolean isLast = keys.size() <= request.limit();
    return new Page<>(
        jobs,
        isLast ? Optional.empty() : Optional.of(Keys.ref(keys.get(request.limit() - 1)).jobId()));
  }

  private QueryRequest allFrom(String owner, Map<String, AttributeValue> from, int limit) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("PK = :owner AND begins_with(SK, :job)")
        .filterExpression("attribute_not_exists(deletedAt)")
        .expressionAttributeValues(
            Map.of(
                ":owner", AttributeValue.fromS(Keys.owner(owner)),
                ":job", AttributeValue.fromS(Keys.jobs())))
        .scanIndexForward(false)
        .exclusiveStartKey(from)
        .limit(limit)
        .build();
  }

  private QueryRequest indexFrom(String owner, JobStatus status, PageRequest request) {
    AttributeValue ownerStatus = AttributeValue.fromS(Keys.ownerStatus(owner, status));
    Map<String, AttributeValue> from =
        request
            .after()
            .map(
                jobId -> {
                  Map<String, AttributeValue> key =
                      new HashMap<>(Keys.job(new JobRef(owner, jobId)));
                  key.put(Keys.OWNER_STATUS, ownerStatus);
                  key.put("jobId", AttributeValue.fromS(jobId));
                  return key;
                })
            .orElse(null);
    return QueryRequest.builder()
        .tableName(table)
        .indexName(Keys.BY_STATUS)
        .keyConditionExpression(Keys.OWNER_STATUS + " = :ownerStatus")
        .expressionAttributeValues(Map.of(":ownerStatus", ownerStatus))
        .scanIndexForward(false)
        .exclusiveStartKey(from)
        .limit(request.limit() + 1)
        .build();
  }

  private static Job job(Map<String, AttributeValue> item) {
    return new JobItem(item).job().orElseThrow();
  }
}
