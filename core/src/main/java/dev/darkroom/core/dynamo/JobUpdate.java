package dev.darkroom.core.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** One conditional write to a job: what it sets, and what must hold. Counts the version up. */
final class JobUpdate {
  private static final ObjectMapper JSON = Json.mapper();

  private final JobRef ref;
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private String condition;

  JobUpdate(JobRef ref, Instant at) {
    this.ref = ref;
    set("updatedAt", at);
    sets.add("#version = if_not_exists(#version, :zero) + :one");
    names.put("#version", "version");
    values.put(":zero", AttributeValue.fromN("0"));
    values.put(":one", AttributeValue.fromN("1"));
  }

  JobRef ref() {
    return ref;
  }

  /**
   * Sets the status, and what is looked up by it. What is written is of the present schema: nothing
   * that is written with a status leaves an entry of the index behind that is not counted.
   */
  JobUpdate status(JobStatus status) {
    return set("status", status)
        .set(Keys.OWNER_STATUS, Keys.ownerStatus(ref.owner(), status))
        .set(Keys.SCHEMA, Keys.CURRENT_SCHEMA);
  }

  /** Sets an attribute; null leaves it as it is. */
  JobUpdate set(String attribute, Object value) {
    return assign(attribute, value, "#%1$s = :%1$s");
  }

  /** Sets an attribute that the item does not have yet. */
  JobUpdate setIfAbsent(String attribute, Object value) {
    return assign(attribute, value, "#%1$s = if_not_exists(#%1$s, :%1$s)");
  }

  JobUpdate remove(String attribute) {
    removes.add(name(attribute));
    return this;
  }

  /**
   * @param expression the condition, with {@code :name} for the values given
   */
  JobUpdate onlyIf(String expression, Map<String, String> conditionValues) {
    condition = expression;
    if (expression.contains("#status")) {
      names.put("#status", "status"); // a reserved word; an unused name would be refused
    }
    conditionValues.forEach((name, value) -> values.put(name, AttributeValue.fromS(value)));
    return this;
  }

  /** Lets the write pass only if, moreover, the job was redriven so many times. */
  JobUpdate andRedriven(int times) {
    String never = times == 0 ? "attribute_not_exists(redrives) OR " : "";
    condition = "(" + condition + ") AND (" + never + "redrives = :redrives)";
    values.put(":redrives", AttributeValue.fromN(Integer.toString(times)));
    return this;
  }

  /** Lets the write pass only if the job was not written to since it was read. */
  JobUpdate onlyIfStill(Job job) {
    condition = "#version = :read";
    values.put(":read", AttributeValue.fromN(Long.toString(job.version())));
    return this;
  }

  /** The write as one action of a transaction; a failed condition returns the item. */
  Update build(String table) {
    String removal = removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes);
    return Update.builder()
        .tableName(table)
        .key(Keys.job(ref))
        .updateExpression("SET " + String.join(", ", sets) + removal)
        .conditionExpression(condition)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private JobUpdate assign(String attribute, Object value, String form) {
    JsonNode json = JSON.valueToTree(value);
    if (!json.isNull()) {
      name(attribute);
      values.put(":" + attribute, Attributes.of(json));
      sets.add(form.formatted(attribute));
    }
    return this;
  }

  private String name(String attribute) {
    names.put("#" + attribute, attribute);
    return "#" + attribute;
  }
}
