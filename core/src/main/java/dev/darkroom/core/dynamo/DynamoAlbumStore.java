package dev.darkroom.core.dynamo;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.json.Json;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps albums in the one DynamoDB table. */
public final class DynamoAlbumStore implements AlbumStore {
  private final DynamoDbClient dynamo;
  private final String table;

  /**
   * Keeps albums in a table.
   *
   * @param table the table's name
   */
  public DynamoAlbumStore(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Album> find(String albumId) {
    Map<String, AttributeValue> key =
        Map.of(
            Keys.PK, AttributeValue.fromS("ALBUM#" + albumId),
            Keys.SK, AttributeValue.fromS("ALBUM"));
    Map<String, AttributeValue> item =
        dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(album(item));
  }

  private static Album album(Map<String, AttributeValue> item) {
    try {
      return Json.mapper().treeToValue(Attributes.json(item), Album.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of the table is not an album.", e);
    }
  }
}
