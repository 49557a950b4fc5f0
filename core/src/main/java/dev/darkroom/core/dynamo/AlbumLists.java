package dev.darkroom.core.dynamo;

import dev.darkroom.core.Album;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads the albums that a partition points to: newest first, and those being deleted left out. */
final class AlbumLists {
  private final DynamoDbClient dynamo;
  private final String table;

  AlbumLists(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  Page<Album> page(String partition, PageRequest page) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("PK = :partition AND begins_with(SK, :album)")
            .expressionAttributeValues(
                Map.of(
                    ":partition", AttributeValue.fromS(partition),
                    ":album", AttributeValue.fromS(Keys.albums())))
            .projectionExpression("SK")
            .scanIndexForward(false)
            .consistentRead(true)
            .limit(page.limit());
    page.after()
        .ifPresent(last -> query.exclusiveStartKey(Keys.key(partition, Keys.albums() + last)));
    QueryResponse pointers = dynamo.query(query.build());
    List<String> ids = pointers.items().stream().map(AlbumLists::albumId).toList();
    return new Page<>(albums(ids), next(pointers));
  }

  private List<Album> albums(List<String> ids) {
    return BatchReads.latestInOrder(dynamo, table, ids.stream().map(Keys::album).toList()).stream()
        .filter(item -> !item.containsKey("deleting"))
        .map(AlbumItem::album)
        .toList();
  }

  private static Optional<String> next(QueryResponse response) {
    return response.hasLastEvaluatedKey()
        ? Optional.of(albumId(response.lastEvaluatedKey()))
        : Optional.empty();
  }

  private static String albumId(Map<String, AttributeValue> pointer) {
    return pointer.get(Keys.SK).s().substring(Keys.albums().length());
  }
}
