package dev.darkroom.core.dynamo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.json.Json;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps albums in the one DynamoDB table. */
public final class DynamoAlbumStore implements AlbumStore {
  private static final ObjectMapper JSON = Json.mapper();

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoAlbumStore(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Album> find(String albumId) {
    Map<String, AttributeValue> item =
        dynamo
            .getItem(get -> get.tableName(table).key(Keys.album(albumId)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(album(item));
  }

  private static Album album(Map<String, AttributeValue> item) {
    try {
      return JSON.treeToValue(Attributes.json(item), Album.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A record of the table is not an album: " + item.get(Keys.PK), e);
    }
  }
}
