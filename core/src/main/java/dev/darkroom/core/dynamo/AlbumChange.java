package dev.darkroom.core.dynamo;

import dev.darkroom.core.Album;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A new title and cover of an album, which hold if nobody changed either since it was read.
 *
 * @param coverImageId an image, or null for none
 */
record AlbumChange(Album before, String title, String coverImageId, Instant at) {

  UpdateItemRequest update(String table) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":schema", Keys.schemaWritten());
    values.put(":now", AlbumItem.time(at));
    values.put(":title", AttributeValue.fromS(title));
    values.put(":titleBefore", AttributeValue.fromS(before.title()));
    String set = "SET title = :title, updatedAt = :now, #schema = :schema";
    String condition = "title = :titleBefore AND attribute_not_exists(deleting) AND ";
    if (before.coverImageId() == null) {
      condition += "attribute_not_exists(coverImageId)";
    } else {
      condition += "coverImageId = :coverBefore";
      values.put(":coverBefore", AttributeValue.fromS(before.coverImageId()));
    }
    if (coverImageId == null) {
      set += " REMOVE coverImageId";
    } else {
      set = set + ", coverImageId = :cover";
      values.put(":cover", AttributeValue.fromS(coverImageId));
    }
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(Keys.album(before.albumId()))
        .updateExpression(set)
        .conditionExpression(condition)
        .expressionAttributeNames(Map.of("#schema", Keys.SCHEMA))
        .expressionAttributeValues(values)
        .returnValues(ReturnValue.ALL_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }
}
