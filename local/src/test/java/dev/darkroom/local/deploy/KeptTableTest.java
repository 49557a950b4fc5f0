package dev.darkroom.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.local.template.UnsupportedTemplate;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** What becomes of a table that an earlier run left in the data folder. */
class KeptTableTest {
  private static final String INDEX =
      """
      GlobalSecondaryIndexes:
        - IndexName: ByColour
          KeySchema:
            - { AttributeName: colour, KeyType: HASH }
          Projection:
            ProjectionType: KEYS_ONLY
      TimeToLiveSpecification:
        AttributeName: ttl
        Enabled: true
      """;

  @TempDir private Path folder;

  @Test
  void getsTheIndexThatItLacksAndItemsThatExpire() throws Exception {
    try (EmbeddedCloud first = deploy("PK", "")) {
      client(first)
          .putItem(
              put ->
                  put.tableName("darkroom-Things")
                      .item(Map.of("PK", text("p"), "colour", text("red"))));
    }
    for (int run = 2; run <= 3; run++) {
      try (EmbeddedCloud later = deploy("PK", INDEX)) {
        assertThat(
                client(later)
                    .query(
                        query ->
                            query
                                .tableName("darkroom-Things")
                                .indexName("ByColour")
                                .keyConditionExpression("colour = :red")
                                .expressionAttributeValues(Map.of(":red", text("red"))))
                    .items())
            .containsExactly(Map.of("PK", text("p"), "colour", text("red")));
        assertThat(
                client(later)
                    .describeTimeToLive(describe -> describe.tableName("darkroom-Things"))
                    .timeToLiveDescription()
                    .timeToLiveStatus())
            .isEqualTo(TimeToLiveStatus.ENABLED);
      }
    }
  }

  @Test
  void isNotTakenWhenItsKeysAreOthers() throws Exception {
    deploy("PK", "").close();
    assertThatThrownBy(() -> deploy("Id", ""))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageContaining("Things")
        .hasMessageContaining("other keys");
  }

  private EmbeddedCloud deploy(String key, String more) throws Exception {
    String colour = more.isEmpty() ? "" : "  - { AttributeName: colour, AttributeType: S }\n";
    String properties =
        """
        BillingMode: PAY_PER_REQUEST
        KeySchema:
          - { AttributeName: %1$s, KeyType: HASH }
        AttributeDefinitions:
          - { AttributeName: %1$s, AttributeType: S }
        """
            .formatted(key);
    Path template =
        Files.writeString(
            folder.resolve("template.yaml"),
            "Transform: AWS::Serverless-2016-10-31\nResources:\n"
                + "  People:\n    Type: AWS::Cognito::UserPool\n"
                + "  Things:\n"
                + "    Type: AWS::DynamoDB::Table\n    Properties:\n"
                + (properties + colour + more).indent(6));
    return EmbeddedCloud.deploy(
        Settings.of(template).withData(Optional.of(folder.resolve("data"))));
  }

  private static DynamoDbClient client(EmbeddedCloud cloud) {
    URI endpoint = cloud.endpoints().get("DYNAMODB");
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(cloud.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    cloud.credentials().accessKeyId(), cloud.credentials().secretAccessKey())))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
