package dev.darkroom.core.dynamo;

import dev.darkroom.core.IndexEntries;
import dev.darkroom.core.JobRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The writes that bring what is indexed of an image from one state to another. A label takes two,
 * its entry and its count; a caption one; an album two, the entry and the number of its images.
 *
 * <p>A transaction holds 100 writes. The largest one settles or deletes an image with {@link
 * IndexEntries#MOST_FOUND} found labels and 15 by hand, a caption and an album: 1 for the job, 45 ×
 * 2 + 1 + 2, together 94.
 */
final class IndexChanges {
  /** What holds of an album that takes an image. */
  private static final String OPEN_ALBUM = "#owner = :owner AND attribute_not_exists(deleting)";

  private final String table;
  private final JobRef ref;
  private final List<TransactWriteItem> writes = new ArrayList<>();

  private IndexChanges(String table, JobRef ref) {
    this.table = table;
    this.ref = ref;
  }

  /**
   * The writes for one image.
   *
   * @param before what is indexed, and counted
   * @param after what is to be
   * @param albumIsGone whether the album that the image leaves is there no more
   */
  static List<TransactWriteItem> between(
      String table, JobRef ref, IndexEntries before, IndexEntries after, boolean albumIsGone) {
    IndexChanges changes = new IndexChanges(table, ref);
    changes.labels(before.labels(), after.labels());
    changes.caption(before.caption(), after.caption());
    if (!before.albumId().equals(after.albumId())) {
      before.albumId().ifPresent(albumId -> changes.leave(albumId, albumIsGone));
      after.albumId().ifPresent(changes::enter);
    }
    return changes.writes;
  }

  /** Lets a transaction pass only if an image of this owner may be put into the album. */
  static TransactWriteItem requireAlbum(String table, String owner, String albumId) {
    ConditionCheck check =
        ConditionCheck.builder()
            .tableName(table)
            .key(Keys.album(albumId))
            .conditionExpression(OPEN_ALBUM)
            .expressionAttributeNames(Map.of("#owner", "owner"))
            .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS(owner)))
            .build();
    return TransactWriteItem.builder().conditionCheck(check).build();
  }

  private void labels(Map<String, String> before, Map<String, String> after) {
    // In one order in all transactions, so that reports of conflicts can be compared.
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      if (!before.containsKey(key)) {
        put(Keys.label(ref, key), "label", after.get(key));
        count(key, after.get(key), 1);
      } else if (!after.containsKey(key)) {
        delete(Keys.label(ref, key));
        count(key, before.get(key), -1);
      }
    }
  }

  private void caption(Optional<String> before, Optional<String> after) {
    if (before.equals(after)) {
      return;
    }
    after.ifPresentOrElse(
        text -> put(Keys.caption(ref), "text", text), () -> delete(Keys.caption(ref)));
  }

  private void enter(String albumId) {
    put(Keys.imageInAlbum(albumId, ref.jobId()), "owner", ref.owner());
    add(
        Update.builder()
            .tableName(table)
            .key(Keys.album(albumId))
            .updateExpression("ADD images :one")
            .conditionExpression(OPEN_ALBUM)
            .expressionAttributeNames(Map.of("#owner", "owner"))
            .expressionAttributeValues(
                Map.of(
                    ":one", AttributeValue.fromN("1"), ":owner", AttributeValue.fromS(ref.owner())))
            .build());
  }

  private void leave(String albumId, boolean isGone) {
    delete(Keys.imageInAlbum(albumId, ref.jobId()));
    if (!isGone) {
      add(
          Update.builder()
              .tableName(table)
              .key(Keys.album(albumId))
              .updateExpression("ADD images :minus")
              .conditionExpression("attribute_exists(PK)")
              .expressionAttributeValues(Map.of(":minus", AttributeValue.fromN("-1")))
              .build());
    }
  }

  private void count(String key, String label, int difference) {
    add(
        Update.builder()
            .tableName(table)
            .key(Keys.labelCount(ref.owner(), key))
            .updateExpression(
                "SET #label = if_not_exists(#label, :label), #schema = :schema"
                    + " ADD images :difference")
            .expressionAttributeNames(Map.of("#label", "label", "#schema", Keys.SCHEMA))
            .expressionAttributeValues(
                Map.of(
                    ":label", AttributeValue.fromS(label),
                    ":schema", Keys.schemaWritten(),
                    ":difference", AttributeValue.fromN(Integer.toString(difference))))
            .build());
  }

  private void put(Map<String, AttributeValue> key, String attribute, String value) {
    Map<String, AttributeValue> item = new HashMap<>(key);
    item.put(attribute, AttributeValue.fromS(value));
    item.put(Keys.SCHEMA, Keys.schemaWritten());
    Put put = Put.builder().tableName(table).item(item).build();
    writes.add(TransactWriteItem.builder().put(put).build());
  }

  private void delete(Map<String, AttributeValue> key) {
    Delete delete = Delete.builder().tableName(table).key(key).build();
    writes.add(TransactWriteItem.builder().delete(delete).build());
  }

  private void add(Update update) {
    writes.add(TransactWriteItem.builder().update(update).build());
  }
}
