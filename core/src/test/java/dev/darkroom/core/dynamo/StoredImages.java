package dev.darkroom.core.dynamo;

import dev.darkroom.core.Claim;
import dev.darkroom.core.Description;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Label;
import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.Original;
import dev.darkroom.core.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Images and albums as their stores leave them in a table; and what the table then holds. */
final class StoredImages {
  static final String EXECUTION = "arn:aws:states:eu-west-1:1:execution:process-image:mine";
  static final Instant NOW = Instant.parse("2026-05-04T10:00:00.120Z");

  private final LocalTable table;

  StoredImages(LocalTable table) {
    this.table = table;
  }

  DynamoJobStore jobs() {
    return new DynamoJobStore(table.client(), table.name(), Clock.systemUTC());
  }

  DynamoImageStore images() {
    return new DynamoImageStore(
        table.client(),
        table.name(),
        new DynamoAlbumStore(table.client(), table.name(), Clock.systemUTC()),
        Clock.systemUTC());
  }

  JobRef announced(String owner, Description description) {
    JobRef ref = new JobRef(owner, JobIds.next());
    jobs().announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, description, NOW));
    return ref;
  }

  JobRef claimed(String owner, Description description) {
    JobRef ref = announced(owner, description);
    claim(ref);
    return ref;
  }

  void claim(JobRef ref) {
    jobs().claim(claimOf(ref));
  }

  void fail(JobRef ref) {
    jobs().fail(claimOf(ref), 0, new JobError("STEP_FAILED", "It failed."));
  }

  private static Claim claimOf(JobRef ref) {
    return new Claim(ref, EXECUTION, new Original(ObjectKeys.original(ref, "a"), "e"), "a", 1, NOW);
  }

  JobRef completed(String owner, Description description, String... labels) {
    JobRef ref = claimed(owner, description);
    settle(ref, labels);
    return ref;
  }

  void settle(JobRef ref, String... labels) {
    jobs().settle(ref, EXECUTION, completedWith(labels));
  }

  static Outcome completedWith(String... labels) {
    List<Label> found =
        Arrays.stream(labels).map(name -> new Label(name, 90, List.of(), List.of())).toList();
    return new Outcome(
        JobStatus.COMPLETED, "image/jpeg", 1, 1, null, null, null, found, null, null, null, NOW);
  }

  Job find(JobRef ref) {
    return jobs().find(ref).orElseThrow();
  }

  String album(String owner) {
    String albumId = JobIds.next();
    Map<String, AttributeValue> item = new HashMap<>(Keys.album(albumId));
    item.put("albumId", AttributeValue.fromS(albumId));
    item.put("owner", AttributeValue.fromS(owner));
    item.put("title", AttributeValue.fromS("Malta"));
    item.put("images", AttributeValue.fromN("0"));
    item.put("createdAt", AttributeValue.fromS("2026-05-04T10:00:00.120Z"));
    item.put("updatedAt", AttributeValue.fromS("2026-05-04T10:00:00.120Z"));
    put(item);
    return albumId;
  }

  void albumIsBeingDeleted(String albumId) {
    Map<String, AttributeValue> item = new HashMap<>(item(Keys.album(albumId)));
    item.put("deleting", AttributeValue.fromBool(true));
    put(item);
  }

  long imagesOf(String albumId) {
    return Long.parseLong(item(Keys.album(albumId)).get("images").n());
  }

  void put(Map<String, AttributeValue> item) {
    table.client().putItem(put -> put.tableName(table.name()).item(item));
  }

  void remove(Map<String, AttributeValue> key) {
    table.client().deleteItem(delete -> delete.tableName(table.name()).key(key));
  }

  Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return table.client().getItem(get -> get.tableName(table.name()).key(key)).item();
  }

  /** The sort keys of a partition. */
  List<String> sortKeys(String partition) {
    return table
        .client()
        .query(
            query ->
                query
                    .tableName(table.name())
                    .keyConditionExpression("PK = :partition")
                    .expressionAttributeValues(
                        Map.of(":partition", AttributeValue.fromS(partition))))
        .items()
        .stream()
        .map(item -> item.get("SK").s())
        .toList();
  }

  /** Keys of all items, for the tests alone: nothing else scans. */
  List<String> everything() {
    return table.client().scanPaginator(scan -> scan.tableName(table.name())).items().stream()
        .map(item -> item.get("PK").s() + " " + item.get("SK").s())
        .sorted()
        .toList();
  }
}
