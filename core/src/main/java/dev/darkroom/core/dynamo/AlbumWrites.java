package dev.darkroom.core.dynamo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Transactions on an album and on what points to it. */
record AlbumWrites(DynamoDbClient dynamo, String table) {

  /**
   * Writes all or none.
   *
   * @param writes the album's own first
   * @return empty when it is done; else the album as it is, which may be not there: its condition
   *     does not hold
   * @throws TransactionCanceledException for any other reason, which is not for the writer
   */
  Optional<Map<String, AttributeValue>> refused(List<TransactWriteItem> writes) {
    try {
      Transactions.write(dynamo, writes);
      return Optional.empty();
    } catch (TransactionCanceledException e) {
      CancellationReason reason = e.cancellationReasons().get(0);
      if (!"ConditionalCheckFailed".equals(reason.code())) {
        throw e;
      }
      return Optional.of(reason.hasItem() ? reason.item() : Map.of());
    }
  }

  /** Lists the album among an owner's, or among those that an address sees. */
  TransactWriteItem point(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item = new HashMap<>(key);
    item.put(Keys.SCHEMA, JobItem.schemaWritten());
    return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
  }

  TransactWriteItem unpoint(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(delete -> delete.tableName(table).key(key)).build();
  }
}
