package dev.darkroom.local.sweep;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The one table, as it is. */
record Table(DynamoDbClient dynamo, String name) {

  /** A job's item; empty when there is none. */
  Map<String, AttributeValue> job(String owner, String jobId) {
    return dynamo
        .getItem(
            get ->
                get.tableName(name)
                    .consistentRead(true)
                    .key(
                        Map.of(
                            "PK", AttributeValue.fromS("OWNER#" + owner),
                            "SK", AttributeValue.fromS("JOB#" + jobId))))
        .item();
  }

  /** Every item. */
  List<Map<String, AttributeValue>> items() {
    return dynamo.scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
        .toList();
  }

  static String text(Map<String, AttributeValue> item, String attribute) {
    AttributeValue value = item.get(attribute);
    return value == null ? "" : value.s();
  }
}
