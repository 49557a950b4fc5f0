package dev.darkroom.local.deploy;

import dev.darkroom.local.template.Properties;
import dev.darkroom.local.template.Stack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;

/**
 * Tables with their indexes, and the attribute that makes their items expire. A table that was kept
 * from an earlier run gets what it lacks.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-table.html">
 *     AWS::DynamoDB::Table</a>
 */
final class TableDeployer {
  private final Stack stack;
  private final DynamoDbClient dynamo;

  TableDeployer(Stack stack, DynamoDbClient dynamo) {
    this.stack = stack;
    this.dynamo = dynamo;
  }

  Deployed table(String logicalId, Properties properties) {
    String name =
        properties.optionalText("TableName").orElseGet(() -> stack.name() + "-" + logicalId);
    if (!properties.text("BillingMode").equals("PAY_PER_REQUEST")) {
      throw properties.place("BillingMode").unsupported("has to be PAY_PER_REQUEST");
    }
    properties.withoutEffect("PointInTimeRecoverySpecification", "SSESpecification", "Tags");
    CreateTableRequest.Builder table =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(keys(properties))
            .attributeDefinitions(
                properties.objects("AttributeDefinitions").stream()
                    .map(TableDeployer::attribute)
                    .toList());
    List<GlobalSecondaryIndex> indexes =
        properties.objects("GlobalSecondaryIndexes").stream().map(TableDeployer::index).toList();
    if (!indexes.isEmpty()) {
      table.globalSecondaryIndexes(indexes);
    }
    Optional<TimeToLiveSpecification> timeToLive =
        properties.optionalObject("TimeToLiveSpecification").map(TableDeployer::timeToLive);
    KeptTable kept = new KeptTable(dynamo, name, properties.place());
    try {
      dynamo.createTable(table.build());
    } catch (ResourceInUseException e) {
      kept.becomes(table.build());
    }
    timeToLive.ifPresent(kept::expiresBy);
    return new Deployed(
        name,
        Map.of(
            "Arn",
            "arn:aws:dynamodb:%s:%s:table/%s".formatted(stack.region(), stack.accountId(), name)));
  }

  private static GlobalSecondaryIndex index(Properties index) {
    Properties projection = index.object("Projection");
    return GlobalSecondaryIndex.builder()
        .indexName(index.text("IndexName"))
        .keySchema(keys(index))
        .projection(projection(projection))
        .build();
  }

  private static Projection projection(Properties projection) {
    List<String> attributes = projection.texts("NonKeyAttributes");
    return Projection.builder()
        .projectionType(projection.text("ProjectionType"))
        .nonKeyAttributes(attributes.isEmpty() ? null : attributes)
        .build();
  }

  private static TimeToLiveSpecification timeToLive(Properties specification) {
    return TimeToLiveSpecification.builder()
        .attributeName(specification.text("AttributeName"))
        .enabled(specification.flag("Enabled", false))
        .build();
  }

  private static List<KeySchemaElement> keys(Properties properties) {
    return properties.objects("KeySchema").stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key.text("AttributeName"))
                    .keyType(key.text("KeyType"))
                    .build())
        .toList();
  }

  private static AttributeDefinition attribute(Properties attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute.text("AttributeName"))
        .attributeType(attribute.text("AttributeType"))
        .build();
  }
}
