package dev.darkroom.core.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** The resource {@code Table} of {@code template.yaml}: its keys and indexes, and what expires. */
final class DeployedTable {
  private static final Path TEMPLATE = Path.of("..", "template.yaml");
  private static final JsonNode PROPERTIES = properties();

  private DeployedTable() {}

  static CreateTableRequest named(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(PROPERTIES.required("BillingMode").textValue())
        .attributeDefinitions(each(PROPERTIES, "AttributeDefinitions", DeployedTable::attribute))
        .keySchema(each(PROPERTIES, "KeySchema", DeployedTable::key))
        .globalSecondaryIndexes(each(PROPERTIES, "GlobalSecondaryIndexes", DeployedTable::index))
        .build();
  }

  static UpdateTimeToLiveRequest timeToLive(String name) {
    JsonNode specification = PROPERTIES.required("TimeToLiveSpecification");
    return UpdateTimeToLiveRequest.builder()
        .tableName(name)
        .timeToLiveSpecification(
            ttl ->
                ttl.attributeName(specification.required("AttributeName").textValue())
                    .enabled(specification.required("Enabled").booleanValue()))
        .build();
  }

  private static AttributeDefinition attribute(JsonNode attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute.required("AttributeName").textValue())
        .attributeType(attribute.required("AttributeType").textValue())
        .build();
  }

  private static KeySchemaElement key(JsonNode key) {
    return KeySchemaElement.builder()
        .attributeName(key.required("AttributeName").textValue())
        .keyType(key.required("KeyType").textValue())
        .build();
  }

  private static GlobalSecondaryIndex index(JsonNode index) {
    String projection = index.at("/Projection/ProjectionType").textValue();
    return GlobalSecondaryIndex.builder()
        .indexName(index.required("IndexName").textValue())
        .keySchema(each(index, "KeySchema", DeployedTable::key))
        .projection(to -> to.projectionType(projection))
        .build();
  }

  private static <T> List<T> each(JsonNode parent, String list, Function<JsonNode, T> read) {
    return StreamSupport.stream(parent.required(list).spliterator(), false).map(read).toList();
  }

  private static JsonNode properties() {
    try {
      return new YAMLMapper()
          .readTree(TEMPLATE.toFile())
          .required("Resources")
          .required("Table")
          .required("Properties");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
