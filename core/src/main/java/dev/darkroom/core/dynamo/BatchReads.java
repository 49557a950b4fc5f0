package dev.darkroom.core.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Reads many items by their keys, 100 a call.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">
 *     BatchGetItem</a>
 */
final class BatchReads {
  private static final int MOST = 100;

  private BatchReads() {}

  /**
   * The items that there are, in the order of their keys. May miss what was written a moment ago.
   *
   * @param keys each once
   */
  static List<Map<String, AttributeValue>> inOrder(
      DynamoDbClient dynamo, String table, List<Map<String, AttributeValue>> keys) {
    return inOrder(dynamo, table, keys, false);
  }

  /**
   * The items that there are at this moment, in the order of their keys. Costs twice as much.
   *
   * @param keys each once
   */
  static List<Map<String, AttributeValue>> latestInOrder(
      DynamoDbClient dynamo, String table, List<Map<String, AttributeValue>> keys) {
    return inOrder(dynamo, table, keys, true);
  }

  private static List<Map<String, AttributeValue>> inOrder(
      DynamoDbClient dynamo,
      String table,
      List<Map<String, AttributeValue>> keys,
      boolean consistent) {
    Map<Map<String, AttributeValue>, Map<String, AttributeValue>> found = new HashMap<>();
    for (int from = 0; from < keys.size(); from += MOST) {
      List<Map<String, AttributeValue>> some =
          keys.subList(from, Math.min(keys.size(), from + MOST));
      for (Map<String, AttributeValue> item : read(dynamo, table, some, consistent)) {
        found.put(Map.of(Keys.PK, item.get(Keys.PK), Keys.SK, item.get(Keys.SK)), item);
      }
    }
    return keys.stream().filter(found::containsKey).map(found::get).toList();
  }

  private static List<Map<String, AttributeValue>> read(
      DynamoDbClient dynamo,
      String table,
      List<Map<String, AttributeValue>> keys,
      boolean consistent) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    Map<String, KeysAndAttributes> left =
        Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(consistent).build());
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      Map<String, KeysAndAttributes> asked = left;
      BatchGetItemResponse answer = dynamo.batchGetItem(batch -> batch.requestItems(asked));
      items.addAll(answer.responses().getOrDefault(table, List.of()));
      left = answer.unprocessedKeys(); // An answer ends at 16 MB.
      if (!left.isEmpty() && answer.responses().getOrDefault(table, List.of()).isEmpty()) {
        Transactions.pause(attempt, null);
      }
    }
    return items;
  }
}
