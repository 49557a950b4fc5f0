package dev.darkroom.core.dynamo;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of albums and of what points to them. */
final class AlbumKeys {
  /** What the sort key of a pointer begins with; the album's id follows. */
  static final String ALBUM = "ALBUM#";

  /** What the sort key of an image in an album begins with. */
  static final String IMAGE = "IMAGE#";

  private AlbumKeys() {}

  static Map<String, AttributeValue> album(String albumId) {
    return key(partition(albumId), "ALBUM");
  }

  static String partition(String albumId) {
    return ALBUM + albumId;
  }

  /** Lists an album among its owner's. */
  static Map<String, AttributeValue> ofOwner(String owner, String albumId) {
    return key(owned(owner), ALBUM + albumId);
  }

  static String owned(String owner) {
    return "OWNER#" + owner;
  }

  /** Lists an album among those that an address sees. */
  static Map<String, AttributeValue> ofViewer(String email, String albumId) {
    return key(shared(email), ALBUM + albumId);
  }

  static String shared(String email) {
    return "VIEWER#" + email;
  }

  static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(Keys.PK, AttributeValue.fromS(partition), Keys.SK, AttributeValue.fromS(sort));
  }
}
