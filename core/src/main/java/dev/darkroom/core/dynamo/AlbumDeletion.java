package dev.darkroom.core.dynamo;

import dev.darkroom.core.AlbumStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** How an album goes: marked first, then emptied by whoever asked, then buried. */
final class AlbumDeletion {
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final AlbumWrites writes;
  private final AlbumViewers viewers;

  AlbumDeletion(
      DynamoDbClient dynamo, String table, Clock clock, AlbumWrites writes, AlbumViewers viewers) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.writes = writes;
    this.viewers = viewers;
  }

  /**
   * As {@link AlbumStore#beginDeletion}.
   *
   * <p>Once the album is marked, nobody else is let in, and those who are there are taken out some
   * at a time: all of them at once could be more than a transaction takes.
   */
  void begin(String albumId) {
    Map<String, AttributeValue> marked;
    try {
      marked =
          dynamo
              .updateItem(
                  update ->
                      update
                          .tableName(table)
                          .key(Keys.album(albumId))
                          .updateExpression("SET deleting = :true, #schema = :schema")
                          .conditionExpression(
                              "attribute_exists(PK) AND attribute_not_exists(deletedAt)")
                          .expressionAttributeNames(Map.of("#schema", Keys.SCHEMA))
                          .expressionAttributeValues(
                              Map.of(
                                  ":true",
                                  AttributeValue.fromBool(true),
                                  ":schema",
                                  Keys.schemaWritten()))
                          .returnValues(ReturnValue.ALL_NEW))
              .attributes();
    } catch (ConditionalCheckFailedException e) {
      return; // There is none, or it is deleted already.
    }
    viewers.removeAll(albumId, AlbumItem.viewers(marked));
  }

  /** As {@link AlbumStore#finishDeletion}. */
  boolean finish(String albumId) {
    Optional<Map<String, AttributeValue>> item = AlbumItem.read(dynamo, table, albumId);
    if (item.isEmpty() || AlbumItem.isTombstone(item.get())) {
      return true;
    }
    if (!item.get().containsKey("deleting") || hasImages(albumId)) {
      return false;
    }
    String owner = item.get().get("owner").s();
    Instant now = clock.instant();
    TransactWriteItem bury =
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table)
                        .item(AlbumItem.tombstone(albumId, owner, now, now.plus(REMEMBERED)))
                        .conditionExpression(
                            "attribute_exists(deleting) AND attribute_not_exists(deletedAt)"))
            .build();
    // Refused, another call was faster.
    writes.refused(List.of(bury, writes.unpoint(Keys.ownersAlbum(owner, albumId))));
    return true;
  }

  /** Once the album is marked, images only leave: what this does not see is not there. */
  private boolean hasImages(String albumId) {
    return dynamo
            .query(
                query ->
                    query
                        .tableName(table)
                        .keyConditionExpression("PK = :album AND begins_with(SK, :image)")
                        .expressionAttributeValues(
                            Map.of(
                                ":album", AttributeValue.fromS(Keys.inAlbum(albumId)),
                                ":image", AttributeValue.fromS(Keys.images())))
                        .select(Select.COUNT)
                        .limit(1)
                        .consistentRead(true))
            .count()
        > 0;
  }
}
