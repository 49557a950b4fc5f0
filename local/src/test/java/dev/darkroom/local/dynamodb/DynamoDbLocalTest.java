package dev.darkroom.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What is answered is kept, whatever happens to the process then. */
class DynamoDbLocalTest {
  private static final int TRANSACTIONS = 50;
  private static final int WRITES = 20;

  @TempDir private Path folder;

  @Test
  void aTransactionIsCommittedWhenItIsAnswered() throws Exception {
    try (DynamoDbLocal database = DynamoDbLocal.start(0, Optional.of(folder));
        DynamoDbClient dynamo = client(database)) {
      create(dynamo);
      for (int i = 0; i < TRANSACTIONS; i++) {
        List<TransactWriteItem> writes = writes(i);
        dynamo.transactWriteItems(request -> request.transactItems(writes));
        // SQLite deletes its rollback journal when it commits, and by that.
        assertThat(journals()).isEmpty();
      }
    }
  }

  private static List<TransactWriteItem> writes(int transaction) {
    return IntStream.range(0, WRITES)
        .mapToObj(
            write ->
                TransactWriteItem.builder()
                    .put(
                        put ->
                            put.tableName("things")
                                .item(
                                    Map.of("PK", AttributeValue.fromS(transaction + " " + write))))
                    .build())
        .toList();
  }

  private List<Path> journals() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith("-journal")).toList();
    }
  }

  private static void create(DynamoDbClient dynamo) {
    dynamo.createTable(
        table ->
            table
                .tableName("things")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("PK")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("PK").keyType(KeyType.HASH).build()));
  }

  private static DynamoDbClient client(DynamoDbLocal database) {
    return DynamoDbClient.builder()
        .endpointOverride(database.uri())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
