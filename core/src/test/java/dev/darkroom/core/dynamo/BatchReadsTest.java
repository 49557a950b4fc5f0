package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.core.Contention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class BatchReadsTest {
  @Test
  void whatIsLeftOutIsAskedForAgain() {
    Busy dynamo = new Busy(1);

    assertThat(BatchReads.inOrder(dynamo, "table", keys("a", "b", "c")))
        .containsExactly(key("a"), key("b"), key("c"));
    assertThat(dynamo.asked).containsExactly(3, 2, 1);
  }

  @Test
  void whoAnswersNothingIsNotAskedForEver() {
    assertThatExceptionOfType(Contention.class)
        .isThrownBy(() -> BatchReads.inOrder(new Busy(0), "table", keys("a")));
  }

  @Test
  void withoutKeysNothingIsAsked() {
    Busy dynamo = new Busy(1);

    assertThat(BatchReads.inOrder(dynamo, "table", keys())).isEmpty();
    assertThat(dynamo.asked).isEmpty();
  }

  private static List<Map<String, AttributeValue>> keys(String... names) {
    return Arrays.stream(names).map(BatchReadsTest::key).toList();
  }

  private static Map<String, AttributeValue> key(String name) {
    return Map.of("PK", AttributeValue.fromS(name), "SK", AttributeValue.fromS(name));
  }

  /** Answers so many keys of each call, as DynamoDB may, and leaves the others. */
  private static final class Busy implements DynamoDbClient {
    private final int answered;
    private final List<Integer> asked = new ArrayList<>();

    Busy(int answered) {
      this.answered = answered;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      List<Map<String, AttributeValue>> keys = request.requestItems().get("table").keys();
      asked.add(keys.size());
      List<Map<String, AttributeValue>> left = keys.subList(answered, keys.size());
      return BatchGetItemResponse.builder()
          .responses(Map.of("table", keys.subList(0, answered)))
          .unprocessedKeys(
              left.isEmpty()
                  ? Map.of()
                  : Map.of("table", KeysAndAttributes.builder().keys(left).build()))
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
