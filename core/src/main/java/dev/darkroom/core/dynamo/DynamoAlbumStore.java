package dev.darkroom.core.dynamo;

import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumConflict;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import dev.darkroom.core.ViewersFull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Keeps albums in the one DynamoDB table. */
public final class DynamoAlbumStore implements AlbumStore {
  private static final Duration REMEMBERED = Duration.ofDays(30);

  /** Of the 100 actions that a transaction may have, with room for the album itself. */
  private static final int VIEWERS_A_TRANSACTION = 50;

  private static final String STANDS = "attribute_exists(PK) AND attribute_not_exists(deleting)";

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final AlbumLists lists;

  /**
   * Keeps albums in a table.
   *
   * @param table the table's name
   */
  public DynamoAlbumStore(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.lists = new AlbumLists(dynamo, table);
  }

  @Override
  public void create(Album album) {
    try {
      Transactions.write(
          dynamo,
          List.of(
              TransactWriteItem.builder()
                  .put(
                      put ->
                          put.tableName(table)
                              .item(AlbumItem.of(album))
                              .conditionExpression("attribute_not_exists(PK)"))
                  .build(),
              point(Keys.ownersAlbum(album.owner(), album.albumId()))));
    } catch (TransactionCanceledException e) {
      itemThatFailedTheCondition(e);
      throw new AlbumConflict(album.albumId(), "exists already.");
    }
  }

  @Override
  public Optional<Album> find(String albumId) {
    return item(albumId).filter(item -> !AlbumItem.isTombstone(item)).map(AlbumItem::album);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The condition compares title and cover themselves, so that only a change of these two gets
   * in the way. If the album stands as wanted already, an earlier try of this very call did it.
   */
  @Override
  public Album change(Album before, String title, String coverImageId) {
    AlbumChange change = new AlbumChange(before, title, coverImageId, clock.instant());
    try {
      return AlbumItem.album(dynamo.updateItem(change.update(table)).attributes());
    } catch (ConditionalCheckFailedException e) {
      if (e.item() != null && e.item().containsKey("title")) {
        Album now = AlbumItem.album(e.item());
        if (!now.deleting()
            && now.title().equals(title)
            && Objects.equals(now.coverImageId(), coverImageId)) {
          return now;
        }
      }
      throw new AlbumConflict(before.albumId(), "was changed meanwhile, or is gone.");
    }
  }

  @Override
  public void share(String albumId, String email) {
    TransactWriteItem add =
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(Keys.album(albumId))
                        .updateExpression(
                            "ADD viewers :added SET updatedAt = :now, #schema = :schema")
                        .conditionExpression(
                            STANDS
                                + " AND NOT contains(viewers, :email)"
                                + " AND (attribute_not_exists(viewers) OR size(viewers) < :most)")
                        .expressionAttributeNames(Map.of("#schema", Keys.SCHEMA))
                        .expressionAttributeValues(
                            Map.of(
                                ":added", AttributeValue.fromSs(List.of(email)),
                                ":email", AttributeValue.fromS(email),
                                ":most", AttributeValue.fromN(Integer.toString(MOST_VIEWERS)),
                                ":now", AlbumItem.time(clock.instant()),
                                ":schema", JobItem.schemaWritten()))
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .build();
    try {
      Transactions.write(dynamo, List.of(add, point(Keys.viewersAlbum(email, albumId))));
    } catch (TransactionCanceledException e) {
      Map<String, AttributeValue> found = itemThatFailedTheCondition(e);
      if (found.isEmpty() || found.containsKey("deleting")) {
        throw new AlbumConflict(albumId, "is gone.");
      }
      if (!AlbumItem.viewers(found).contains(email)) {
        throw new ViewersFull(albumId);
      }
    }
  }

  @Override
  public void withdraw(String albumId, String email) {
    TransactWriteItem remove =
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(Keys.album(albumId))
                        .updateExpression(
                            "DELETE viewers :removed SET updatedAt = :now, #schema = :schema")
                        .conditionExpression(STANDS + " AND contains(viewers, :email)")
                        .expressionAttributeNames(Map.of("#schema", Keys.SCHEMA))
                        .expressionAttributeValues(
                            Map.of(
                                ":removed", AttributeValue.fromSs(List.of(email)),
                                ":email", AttributeValue.fromS(email),
                                ":now", AlbumItem.time(clock.instant()),
                                ":schema", JobItem.schemaWritten())))
            .build();
    try {
      Transactions.write(dynamo, List.of(remove, unpoint(Keys.viewersAlbum(email, albumId))));
    } catch (TransactionCanceledException e) {
      // It was not shared with the address, or is gone, or all its viewers are about to be.
      itemThatFailedTheCondition(e);
    }
  }

  @Override
  public Page<Album> ownedBy(String owner, PageRequest page) {
    return lists.page(Keys.owner(owner), page);
  }

  @Override
  public Page<Album> sharedWith(String email, PageRequest page) {
    return lists.page(Keys.viewer(email), page);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Once the album is marked, nobody else is let in, and those who are there are taken out some
   * at a time: all of them at once could be more than a transaction takes.
   */
  @Override
  public void beginDeletion(String albumId) {
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
                                  JobItem.schemaWritten()))
                          .returnValues(ReturnValue.ALL_NEW))
              .attributes();
    } catch (ConditionalCheckFailedException e) {
      return; // There is none, or it is deleted already.
    }
    List<String> viewers = AlbumItem.viewers(marked);
    for (int from = 0; from < viewers.size(); from += VIEWERS_A_TRANSACTION) {
      int to = Math.min(viewers.size(), from + VIEWERS_A_TRANSACTION);
      removeViewers(albumId, viewers.subList(from, to));
    }
  }

  @Override
  public boolean finishDeletion(String albumId) {
    Optional<Map<String, AttributeValue>> item = item(albumId);
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
    try {
      Transactions.write(dynamo, List.of(bury, unpoint(Keys.ownersAlbum(owner, albumId))));
    } catch (TransactionCanceledException e) {
      itemThatFailedTheCondition(e); // Another call was faster.
    }
    return true;
  }

  @Override
  public Optional<String> formerOwner(String albumId) {
    return item(albumId).filter(AlbumItem::isTombstone).map(item -> item.get("owner").s());
  }

  private Optional<Map<String, AttributeValue>> item(String albumId) {
    return Optional.of(
            dynamo
                .getItem(get -> get.tableName(table).key(Keys.album(albumId)).consistentRead(true))
                .item())
        .filter(item -> !item.isEmpty());
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

  private void removeViewers(String albumId, List<String> emails) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(Keys.album(albumId))
                        .updateExpression("DELETE viewers :removed")
                        .conditionExpression("attribute_exists(viewers)")
                        .expressionAttributeValues(
                            Map.of(":removed", AttributeValue.fromSs(emails))))
            .build());
    emails.forEach(email -> writes.add(unpoint(Keys.viewersAlbum(email, albumId))));
    try {
      Transactions.write(dynamo, writes);
    } catch (TransactionCanceledException e) {
      itemThatFailedTheCondition(e); // Another call has removed all of them.
    }
  }

  private TransactWriteItem point(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item = new HashMap<>(key);
    item.put(Keys.SCHEMA, JobItem.schemaWritten());
    return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
  }

  private TransactWriteItem unpoint(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(delete -> delete.tableName(table).key(key)).build();
  }

  /** The album is the first of each transaction; any other reason is not for its writer. */
  private static Map<String, AttributeValue> itemThatFailedTheCondition(
      TransactionCanceledException e) {
    CancellationReason reason = e.cancellationReasons().get(0);
    if (!"ConditionalCheckFailed".equals(reason.code())) {
      throw e;
    }
    return reason.hasItem() ? reason.item() : Map.of();
  }
}
