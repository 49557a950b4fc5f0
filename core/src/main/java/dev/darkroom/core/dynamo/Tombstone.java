package dev.darkroom.core.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.Job;
import dev.darkroom.core.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * The mark that a deleted job leaves in its place. It outlives every event and execution that may
 * still come, then expires.
 */
final class Tombstone {
  private static final ObjectMapper JSON = Json.mapper();
  private static final Duration LIFE = Duration.ofDays(30);

  private Tombstone() {}

  /**
   * Puts the mark in the place of a job, if that was not written to since it was read. Until the
   * objects are gone, the mark tells where the original is, and is found by the job's id.
   */
  static Put put(String table, Job job, Instant now) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.job(job.ref()));
    item.put(Keys.SCHEMA, Keys.schemaWritten());
    item.put(JobItem.DELETED_AT, AttributeValue.fromS(Json.time(now)));
    item.put("updatedAt", AttributeValue.fromS(Json.time(now)));
    item.put(Keys.TTL, AttributeValue.fromN(Long.toString(now.plus(LIFE).getEpochSecond())));
    item.put(Keys.IN_FLIGHT, AttributeValue.fromS(Keys.deleting(job.jobId())));
    item.put(JobItem.ORIGINAL, Attributes.of(JSON.<JsonNode>valueToTree(job.original())));
    item.put("jobId", AttributeValue.fromS(job.jobId()));
    return Put.builder()
        .tableName(table)
        .item(item)
        .conditionExpression("#version = :read")
        .expressionAttributeNames(Map.of("#version", "version"))
        .expressionAttributeValues(
            Map.of(":read", AttributeValue.fromN(Long.toString(job.version()))))
        .build();
  }
}
