package dev.darkroom.core.dynamo;

import dev.darkroom.core.JobRef;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads single jobs. */
record JobReads(DynamoDbClient dynamo, String table) {

  /** The item as it is now. */
  JobItem item(JobRef ref) {
    return new JobItem(
        dynamo.getItem(get -> get.tableName(table).key(Keys.job(ref)).consistentRead(true)).item());
  }

  /** Whose job it is. */
  Optional<JobRef> locate(String jobId) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName(Keys.BY_JOB_ID)
                    .keyConditionExpression("jobId = :jobId")
                    .expressionAttributeValues(Map.of(":jobId", AttributeValue.fromS(jobId))))
        .items()
        .stream()
        .findFirst()
        .map(Keys::ref);
  }
}
