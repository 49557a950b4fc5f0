package dev.darkroom.core.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Deletes many items, 25 a call. */
final class BatchDelete {
  private static final int MOST = 25;

  private BatchDelete() {}

  /** Deletes all items of a partition; asking again goes on where it broke off. */
  static void partition(DynamoDbClient dynamo, String table, String partition) {
    var pages =
        dynamo.queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("PK = :partition")
                    .projectionExpression("PK, SK")
                    .expressionAttributeValues(
                        Map.of(":partition", AttributeValue.fromS(partition))));
    List<Map<String, AttributeValue>> batch = new ArrayList<>();
    for (Map<String, AttributeValue> key : pages.items()) {
      batch.add(key);
      if (batch.size() == MOST) {
        delete(dynamo, table, batch);
        batch.clear();
      }
    }
    delete(dynamo, table, batch);
  }

  private static void delete(
      DynamoDbClient dynamo, String table, List<Map<String, AttributeValue>> keys) {
    List<WriteRequest> left =
        keys.stream()
            .map(key -> WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build())
            .toList();
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      List<WriteRequest> asked = left;
      left =
          dynamo
              .batchWriteItem(batch -> batch.requestItems(Map.of(table, asked)))
              .unprocessedItems()
              .getOrDefault(table, List.of());
      if (!left.isEmpty()) {
        Transactions.pause(attempt, null);
      }
    }
  }
}
