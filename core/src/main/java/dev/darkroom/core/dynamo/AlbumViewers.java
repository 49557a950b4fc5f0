package dev.darkroom.core.dynamo;

import dev.darkroom.core.AlbumConflict;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.ViewersFull;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Whom an album is shared with: a set in its item, and a pointer for each address. */
final class AlbumViewers {
  /** Of the 100 actions that a transaction may have, with room for the album itself. */
  private static final int MOST_AT_ONCE = 50;

  private static final String STANDS = "attribute_exists(PK) AND attribute_not_exists(deleting)";

  private final String table;
  private final Clock clock;
  private final AlbumWrites writes;

  AlbumViewers(String table, Clock clock, AlbumWrites writes) {
    this.table = table;
    this.clock = clock;
    this.writes = writes;
  }

  /** As {@link AlbumStore#share}. */
  void share(String albumId, String email) {
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
                                ":most",
                                    AttributeValue.fromN(Integer.toString(AlbumStore.MOST_VIEWERS)),
                                ":now", AlbumItem.time(clock.instant()),
                                ":schema", Keys.schemaWritten()))
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .build();
    Optional<Map<String, AttributeValue>> found =
        writes.refused(List.of(add, writes.point(Keys.viewersAlbum(email, albumId))));
    if (found.isPresent()) {
      if (found.get().isEmpty() || found.get().containsKey("deleting")) {
        throw new AlbumConflict(albumId, "is gone.");
      }
      if (!AlbumItem.viewers(found.get()).contains(email)) {
        throw new ViewersFull(albumId);
      }
    }
  }

  /** As {@link AlbumStore#withdraw}. */
  void withdraw(String albumId, String email) {
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
                                ":schema", Keys.schemaWritten())))
            .build();
    // Refused, it was not shared with the address, or is gone, or all its viewers are about to be.
    writes.refused(List.of(remove, writes.unpoint(Keys.viewersAlbum(email, albumId))));
  }

  /** Takes addresses out of an album that lets nobody else in, some at a time. */
  void removeAll(String albumId, List<String> emails) {
    for (int from = 0; from < emails.size(); from += MOST_AT_ONCE) {
      remove(albumId, emails.subList(from, Math.min(emails.size(), from + MOST_AT_ONCE)));
    }
  }

  private void remove(String albumId, List<String> emails) {
    List<TransactWriteItem> removal = new ArrayList<>();
    removal.add(
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
    emails.forEach(email -> removal.add(writes.unpoint(Keys.viewersAlbum(email, albumId))));
    writes.refused(removal); // Then another call has removed all of them.
  }
}
