package dev.darkroom.core.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/**
 * Reads up to 100 items at once. DynamoDB may leave some for another call, which the SDK does not
 * make.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">
 *     BatchGetItem</a>
 */
final class BatchReads {
  private static final int ATTEMPTS = 6;
  private static final long FIRST_WAIT_MILLIS = 20;

  private BatchReads() {}

  /**
   * The items that are there, in no order.
   *
   * @param request keys and what to read of each; without keys nothing is read
   * @throws ProvisionedThroughputExceededException when some are left out again and again
   */
  static List<Map<String, AttributeValue>> read(
      DynamoDbClient dynamo, String table, KeysAndAttributes request) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    Map<String, KeysAndAttributes> left =
        request.keys().isEmpty() ? Map.of() : Map.of(table, request);
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw busy();
      }
      pause(attempt);
      Map<String, KeysAndAttributes> asked = left;
      BatchGetItemResponse response = dynamo.batchGetItem(batch -> batch.requestItems(asked));
      items.addAll(response.responses().getOrDefault(table, List.of()));
      left = response.unprocessedKeys();
    }
    return items;
  }

  private static void pause(int attempt) {
    if (attempt > 0) {
      try {
        Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_WAIT_MILLIS << attempt));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static ProvisionedThroughputExceededException busy() {
    String code = "ProvisionedThroughputExceededException";
    return ProvisionedThroughputExceededException.builder()
        .message("DynamoDB left keys of a batch unread " + ATTEMPTS + " times.")
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}
