package dev.darkroom.core.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** One write to a part of a profile, which is made if it is not there. */
final class ProfileUpdate {
  private static final ObjectMapper JSON = Json.mapper();

  /** What the attributes of a profile mean; raised when one changes its meaning. */
  private final Map<String, AttributeValue> key;

  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();

  /** Some of the attributes' names are words that DynamoDB reserves. */
  private final Map<String, String> names = new HashMap<>();

  private final Map<String, AttributeValue> values = new HashMap<>();
  private String condition;

  ProfileUpdate(String owner) {
    key = key(owner);
    setOrRemove("owner", owner);
    setOrRemove(Keys.SCHEMA, Keys.CURRENT_SCHEMA);
  }

  static Map<String, AttributeValue> key(String owner) {
    return Map.of(
        Keys.PK, AttributeValue.fromS("OWNER#" + owner),
        Keys.SK, AttributeValue.fromS("PROFILE"));
  }

  /** Sets an attribute; null removes it. */
  ProfileUpdate setOrRemove(String attribute, Object value) {
    names.put("#" + attribute, attribute);
    if (value == null) {
      removes.add("#" + attribute);
    } else {
      sets.add("#" + attribute + " = :" + attribute);
      value(":" + attribute, value);
    }
    return this;
  }

  /** Counts the version up. */
  ProfileUpdate counted() {
    sets.add("version = if_not_exists(version, :zero) + :one");
    return value(":zero", 0).value(":one", 1);
  }

  ProfileUpdate onlyIf(String expression) {
    condition = expression;
    return this;
  }

  /** Gives the value of a placeholder. */
  ProfileUpdate value(String placeholder, Object value) {
    values.put(placeholder, Attributes.of(JSON.<JsonNode>valueToTree(value)));
    return this;
  }

  UpdateItemRequest build(String table) {
    String expression = "SET " + String.join(", ", sets);
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key)
        .updateExpression(
            removes.isEmpty() ? expression : expression + " REMOVE " + String.join(", ", removes))
        .conditionExpression(condition)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .returnValues(ReturnValue.ALL_NEW)
        .build();
  }
}
