package dev.darkroom.api;

import dev.darkroom.core.Description;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.LabelCount;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Images on the table, as far as albums need them. */
final class AlbumImages implements ImageStore {
  private final DynamoDbClient dynamo;
  private final String table;
  private final JobStore jobs;

  AlbumImages(DynamoDbClient dynamo, String table, JobStore jobs) {
    this.dynamo = dynamo;
    this.table = table;
    this.jobs = jobs;
  }

  /** Lists an image in the album that it names, as its completion does. */
  void enter(Job image) {
    Map<String, AttributeValue> entry = new HashMap<>(entry(image));
    entry.put("owner", AttributeValue.fromS(image.owner()));
    dynamo.putItem(put -> put.tableName(table).item(entry));
    count(image.description().albumId(), 1);
  }

  private void leave(Job image) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(entry(image)));
    count(image.description().albumId(), -1);
  }

  void remove(JobRef ref) {
    jobs.find(ref)
        .ifPresent(
            image -> {
              leave(image);
              dynamo.deleteItem(delete -> delete.tableName(table).key(job(ref)));
            });
  }

  @Override
  public Page<Job> inAlbum(String albumId, PageRequest page) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("PK = :album AND begins_with(SK, :image)")
            .expressionAttributeValues(
                Map.of(
                    ":album", AttributeValue.fromS("ALBUM#" + albumId),
                    ":image", AttributeValue.fromS("IMAGE#")))
            .scanIndexForward(false)
            .limit(page.limit());
    page.after()
        .ifPresent(last -> query.exclusiveStartKey(key("ALBUM#" + albumId, "IMAGE#" + last)));
    QueryResponse response = dynamo.query(query.build());
    return new Page<>(
        find(
            response.items().stream()
                .map(item -> new JobRef(item.get("owner").s(), imageId(item)))
                .toList()),
        response.hasLastEvaluatedKey()
            ? Optional.of(imageId(response.lastEvaluatedKey()))
            : Optional.empty());
  }

  @Override
  public Job describe(Job before, Description description) {
    if (description.albumId() != null) {
      throw new UnsupportedOperationException("Images only leave.");
    }
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(job(before.ref()))
                  .updateExpression("REMOVE description.albumId ADD version :one")
                  .conditionExpression("version = :version")
                  .expressionAttributeValues(
                      Map.of(
                          ":one", AttributeValue.fromN("1"),
                          ":version", AttributeValue.fromN("" + before.version()))));
    } catch (ConditionalCheckFailedException e) {
      throw new JobConflict(before.ref(), "was changed meanwhile.");
    }
    leave(before);
    return jobs.find(before.ref()).orElseThrow();
  }

  @Override
  public List<Job> find(List<JobRef> refs) {
    return refs.stream().map(jobs::find).flatMap(Optional::stream).toList();
  }

  @Override
  public Page<Job> all(String owner, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Job> labelled(String owner, String label, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Job> captioned(String owner, String text, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<LabelCount> labels(String owner, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean delete(JobRef ref) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void purged(JobRef ref) {
    throw new UnsupportedOperationException();
  }

  private void count(String albumId, int by) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(key("ALBUM#" + albumId, "ALBUM"))
                .updateExpression("ADD images :by")
                .expressionAttributeValues(Map.of(":by", AttributeValue.fromN("" + by))));
  }

  private static String imageId(Map<String, AttributeValue> key) {
    return key.get("SK").s().substring("IMAGE#".length());
  }

  private static Map<String, AttributeValue> entry(Job image) {
    return key("ALBUM#" + image.description().albumId(), "IMAGE#" + image.jobId());
  }

  private static Map<String, AttributeValue> job(JobRef ref) {
    return key("OWNER#" + ref.owner(), "JOB#" + ref.jobId());
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("PK", AttributeValue.fromS(partition), "SK", AttributeValue.fromS(sort));
  }
}
