package dev.darkroom.core.dynamo;

import dev.darkroom.core.Caption;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.LabelCount;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads what images are found under: a page of ids, newest first, or of labels. */
record ImageQueries(DynamoDbClient dynamo, String table) {
  /** The most captions that one page looks through. */
  private static final int CAPTIONS_A_PAGE = 500;

  Page<JobRef> inAlbum(String albumId, PageRequest page) {
    String prefix = Keys.images();
    QueryRequest.Builder query =
        query("PK = :partition AND begins_with(SK, :prefix)", Keys.inAlbum(albumId), page)
            .scanIndexForward(false)
            .expressionAttributeValues(
                Map.of(
                    ":partition", AttributeValue.fromS(Keys.inAlbum(albumId)),
                    ":prefix", AttributeValue.fromS(prefix)));
    page.after().ifPresent(jobId -> query.exclusiveStartKey(Keys.imageInAlbum(albumId, jobId)));
    QueryResponse found = dynamo.query(query.build());
    List<JobRef> refs =
        found.items().stream()
            .map(item -> new JobRef(item.get("owner").s(), sort(item).substring(prefix.length())))
            .toList();
    return new Page<>(refs, last(found).map(key -> sort(key).substring(prefix.length())));
  }

  Page<JobRef> labelled(String owner, String label, PageRequest page) {
    String partition = Keys.labelled(owner, label);
    QueryRequest.Builder query = query("PK = :partition", partition, page).scanIndexForward(false);
    page.after().ifPresent(jobId -> query.exclusiveStartKey(Keys.key(partition, jobId)));
    QueryResponse found = dynamo.query(query.build());
    List<JobRef> refs = found.items().stream().map(item -> new JobRef(owner, sort(item))).toList();
    return new Page<>(refs, last(found).map(ImageQueries::sort));
  }

  Page<JobRef> captioned(String owner, String text, PageRequest page) {
    String partition = Keys.captions(owner);
    QueryRequest.Builder query =
        query("PK = :partition", partition, page)
            .limit(CAPTIONS_A_PAGE)
            .scanIndexForward(false)
            .filterExpression("contains(#text, :text)")
            .expressionAttributeNames(Map.of("#text", "text"))
            .expressionAttributeValues(
                Map.of(
                    ":partition", AttributeValue.fromS(partition),
                    ":text", AttributeValue.fromS(Caption.key(text))));
    page.after().ifPresent(jobId -> query.exclusiveStartKey(Keys.key(partition, jobId)));
    QueryResponse found = dynamo.query(query.build());
    List<JobRef> refs = found.items().stream().map(item -> new JobRef(owner, sort(item))).toList();
    if (refs.size() <= page.limit()) {
      return new Page<>(refs, last(found).map(ImageQueries::sort));
    }
    // More than was asked for: the next page looks through the rest again.
    List<JobRef> wanted = refs.subList(0, page.limit());
    return new Page<>(wanted, Optional.of(wanted.get(page.limit() - 1).jobId()));
  }

  Page<LabelCount> labels(String owner, PageRequest page) {
    String prefix = Keys.labelCounts();
    QueryRequest.Builder query =
        query("PK = :partition AND begins_with(SK, :prefix)", Keys.owner(owner), page)
            .filterExpression("images > :none") // What no image bears any more stays as a zero.
            .expressionAttributeValues(
                Map.of(
                    ":partition", AttributeValue.fromS(Keys.owner(owner)),
                    ":prefix", AttributeValue.fromS(prefix),
                    ":none", AttributeValue.fromN("0")));
    page.after().ifPresent(key -> query.exclusiveStartKey(Keys.labelCount(owner, key)));
    QueryResponse found = dynamo.query(query.build());
    List<LabelCount> counts =
        found.items().stream()
            .map(
                item ->
                    new LabelCount(item.get("label").s(), Long.parseLong(item.get("images").n())))
            .toList();
    return new Page<>(counts, last(found).map(key -> sort(key).substring(prefix.length())));
  }

  private QueryRequest.Builder query(String condition, String partition, PageRequest page) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(condition)
        .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition)))
        .limit(page.limit());
  }

  private static Optional<Map<String, AttributeValue>> last(QueryResponse found) {
    return found.hasLastEvaluatedKey() ? Optional.of(found.lastEvaluatedKey()) : Optional.empty();
  }

  private static String sort(Map<String, AttributeValue> item) {
    return item.get(Keys.SK).s();
  }
}
