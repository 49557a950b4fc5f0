package dev.darkroom.core.dynamo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.core.Deletion;
import dev.darkroom.core.IndexEntries;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.Original;
import dev.darkroom.core.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A job as the table holds it: an item of any schema, the mark of a deleted job, or nothing.
 *
 * <p>Schema 1, of before albums and hashtags, has no attribute {@code schema}, no {@code
 * description} and no {@code ownerStatus}; its labels are indexed, but not counted. What is read is
 * as of schema 2; the first write that touches the index records it.
 *
 * @param attributes none when there is no item
 */
record JobItem(Map<String, AttributeValue> attributes) {
  /** Only the mark of a deleted job has it. */
  static final String DELETED_AT = "deletedAt";

  /** Where the original is; in the mark of a deleted job, while its objects may be there. */
  static final String ORIGINAL = "original";

  private static final int FIRST_SCHEMA = 1;
  private static final ObjectMapper JSON = Json.mapper();

  /**
   * How long an announced file may stay away; longer than its URL lives and than an event that
   * could not be delivered is kept.
   */
  private static final Duration LONGEST_AWAITED = Duration.ofDays(30);

  /** The item of a job that was never recorded before; it expires unless its file comes. */
  static Map<String, AttributeValue> of(Job job) {
    Map<String, AttributeValue> item = Attributes.of(JSON.<ObjectNode>valueToTree(job));
    item.putAll(Keys.job(job.ref()));
    item.put(Keys.SCHEMA, Keys.schemaWritten());
    item.put(Keys.OWNER_STATUS, AttributeValue.fromS(Keys.ownerStatus(job.owner(), job.status())));
    long expiry = job.createdAt().plus(LONGEST_AWAITED).getEpochSecond();
    item.put(Keys.TTL, AttributeValue.fromN(Long.toString(expiry)));
    return item;
  }

  boolean isDeleted() {
    return attributes.containsKey(DELETED_AT);
  }

  /** The job; empty when there is none, or it was deleted. */
  Optional<Job> job() {
    return attributes.isEmpty() || isDeleted() ? Optional.empty() : Optional.of(read());
  }

  /** What is left to do, when the job is deleted. */
  Optional<Deletion> deletion(JobRef ref, Instant now) {
    return Optional.ofNullable(attributes.get(DELETED_AT))
        .map(
            deletedAt ->
                new Deletion(
                    ref, original(), Deletion.mayBeAtWork(Instant.parse(deletedAt.s()), now)));
  }

  private Optional<Original> original() {
    return Optional.ofNullable(attributes.get(ORIGINAL))
        .map(original -> Attributes.json(original.m()))
        .map(json -> new Original(json.path("key").textValue(), json.path("eTag").textValue()));
  }

  /** Whether the labels that are indexed are counted, too. */
  boolean isCounted() {
    return schema() > FIRST_SCHEMA;
  }

  /** Under what the job is found now. */
  IndexEntries entries() {
    return job().map(IndexEntries::of).orElse(IndexEntries.NONE);
  }

  boolean isHeldBy(String executionArn) {
    return text("executionArn").filter(executionArn::equals).isPresent();
  }

  Optional<String> text(String attribute) {
    return Optional.ofNullable(attributes.get(attribute)).map(AttributeValue::s);
  }

  private int schema() {
    AttributeValue schema = attributes.get(Keys.SCHEMA);
    return schema == null ? FIRST_SCHEMA : Integer.parseInt(schema.n());
  }

  private Job read() {
    try {
      return JSON.treeToValue(Attributes.json(upgraded()), Job.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A record of the table is not a job: " + attributes.get(Keys.SK), e);
    }
  }

  private Map<String, AttributeValue> upgraded() {
    if (isCounted()) {
      return attributes;
    }
    Map<String, AttributeValue> upgraded = new HashMap<>(attributes);
    upgraded.putIfAbsent(
        "description", AttributeValue.fromM(Map.of())); // Nobody could say anything.
    return upgraded;
  }
}
