package dev.darkroom.core.dynamo;

import dev.darkroom.core.Comment;
import dev.darkroom.core.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A comment as an item. Its keys hold its id and the image's. */
final class CommentItem {
  private CommentItem() {}

  static String commentId(Map<String, AttributeValue> key) {
    return key.get(Keys.SK).s().substring(Keys.commentPrefix().length());
  }

  static Map<String, AttributeValue> of(Comment comment) {
    Map<String, AttributeValue> item =
        new HashMap<>(Keys.comment(comment.imageId(), comment.commentId()));
    item.put(Keys.SCHEMA, Keys.schemaWritten());
    item.put("author", AttributeValue.fromS(comment.author()));
    item.put("text", AttributeValue.fromS(comment.text()));
    item.put("createdAt", AttributeValue.fromS(Json.time(comment.createdAt())));
    return item;
  }

  static Comment comment(Map<String, AttributeValue> item) {
    return new Comment(
        item.get(Keys.PK).s().substring(Keys.comments("").length()),
        commentId(item),
        item.get("author").s(),
        item.get("text").s(),
        Instant.parse(item.get("createdAt").s()));
  }
}
