package dev.darkroom.core.dynamo;

import dev.darkroom.core.Comment;
import dev.darkroom.core.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A comment as an item. Its keys hold its id and the image's. */
final class CommentItem {
  /** What the sort key begins with; the comment's id follows. */
  static final String COMMENT = "COMMENT#";

  private static final String IMAGE = "IMAGE#";
  private static final AttributeValue SCHEMA = AttributeValue.fromN("2");

  private CommentItem() {}

  static String partition(String imageId) {
    return IMAGE + imageId;
  }

  static Map<String, AttributeValue> key(String imageId, String commentId) {
    return Map.of(
        Keys.PK, AttributeValue.fromS(partition(imageId)),
        Keys.SK, AttributeValue.fromS(COMMENT + commentId));
  }

  static String commentId(Map<String, AttributeValue> key) {
    return key.get(Keys.SK).s().substring(COMMENT.length());
  }

  static Map<String, AttributeValue> of(Comment comment) {
    Map<String, AttributeValue> item = new HashMap<>(key(comment.imageId(), comment.commentId()));
    item.put("schema", SCHEMA);
    item.put("author", AttributeValue.fromS(comment.author()));
    item.put("text", AttributeValue.fromS(comment.text()));
    item.put("createdAt", AttributeValue.fromS(Json.time(comment.createdAt())));
    return item;
  }

  static Comment comment(Map<String, AttributeValue> item) {
    return new Comment(
        item.get(Keys.PK).s().substring(IMAGE.length()),
        commentId(item),
        item.get("author").s(),
        item.get("text").s(),
        Instant.parse(item.get("createdAt").s()));
  }
}
