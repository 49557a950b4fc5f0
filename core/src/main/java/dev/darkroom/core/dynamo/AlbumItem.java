package dev.darkroom.core.dynamo;

import dev.darkroom.core.Album;
import dev.darkroom.core.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An album as an item. Its viewers are a string set, so that adding and removing one needs no
 * reading; DynamoDB keeps no empty set, and one without viewers has no such attribute.
 */
final class AlbumItem {
  private AlbumItem() {}

  static Map<String, AttributeValue> of(Album album) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.album(album.albumId()));
    item.put(Keys.SCHEMA, Keys.schemaWritten());
    item.put("albumId", AttributeValue.fromS(album.albumId()));
    item.put("owner", AttributeValue.fromS(album.owner()));
    item.put("title", AttributeValue.fromS(album.title()));
    item.put("images", AttributeValue.fromN(Long.toString(album.images())));
    item.put("createdAt", time(album.createdAt()));
    item.put("updatedAt", time(album.updatedAt()));
    return item;
  }

  /** What stays of a deleted album. No image gets in: it counts as being deleted still. */
  static Map<String, AttributeValue> tombstone(
      String albumId, String owner, Instant now, Instant forgottenAt) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.album(albumId));
    item.put(Keys.SCHEMA, Keys.schemaWritten());
    item.put("owner", AttributeValue.fromS(owner));
    item.put("deleting", AttributeValue.fromBool(true));
    item.put("deletedAt", time(now));
    item.put("ttl", AttributeValue.fromN(Long.toString(forgottenAt.getEpochSecond())));
    return item;
  }

  static boolean isTombstone(Map<String, AttributeValue> item) {
    return item.containsKey("deletedAt");
  }

  static Album album(Map<String, AttributeValue> item) {
    return new Album(
        item.get("albumId").s(),
        item.get("owner").s(),
        item.get("title").s(),
        Optional.ofNullable(item.get("coverImageId")).map(AttributeValue::s).orElse(null),
        viewers(item),
        Optional.ofNullable(item.get("images"))
            .map(AttributeValue::n)
            .map(Long::valueOf)
            .orElse(0L),
        Instant.parse(item.get("createdAt").s()),
        Instant.parse(item.get("updatedAt").s()),
        item.containsKey("deleting"));
  }

  static List<String> viewers(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get("viewers"))
        .map(AttributeValue::ss)
        .orElse(List.of())
        .stream()
        .sorted()
        .toList();
  }

  static AttributeValue time(Instant instant) {
    return AttributeValue.fromS(Json.time(instant));
  }

  /** The item as it is now, also the mark of a deleted album; empty when there is none. */
  static Optional<Map<String, AttributeValue>> read(
      DynamoDbClient dynamo, String table, String albumId) {
    return Optional.of(
            dynamo
                .getItem(get -> get.tableName(table).key(Keys.album(albumId)).consistentRead(true))
                .item())
        .filter(item -> !item.isEmpty());
  }
}
