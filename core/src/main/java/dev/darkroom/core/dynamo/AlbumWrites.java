package dev.darkroom.core.dynamo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Transactions on an album and on what points to it. */
record AlbumWrites(DynamoDbClient dynamo, String table) {

  /**
   * Writes all or none.
   *
   * @param writes the album's own first, which alone has a condition
   * @return empty when it is done; else the album as it is, which may be not there: its condition
   *     does not hold
   */
  Optional<Map<String, AttributeValue>> refused(List<TransactWriteItem> writes) {
    return Transactions.refusals(dynamo, writes).stream()
        .findFirst()
        .map(album -> album.hasItem() ? album.item() : Map.of());
  }

  /** Lists the album among an owner's, or among those that an address sees. */
  TransactWriteItem point(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item = new HashMap<>(key);
    item.put(Keys.SCHEMA, Keys.schemaWritten());
    return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
  }

  TransactWriteItem unpoint(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(delete -> delete.tableName(table).key(key)).build();
  }
}
