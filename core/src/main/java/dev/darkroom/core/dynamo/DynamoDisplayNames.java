package dev.darkroom.core.dynamo;

import static java.util.stream.Collectors.toMap;

import dev.darkroom.core.DisplayNames;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads users' names from their profiles in the one DynamoDB table. */
public final class DynamoDisplayNames implements DisplayNames {
  private final DynamoDbClient dynamo;
  private final String table;

  /**
   * Reads profiles of a table.
   *
   * @param table the table's name
   */
  public DynamoDisplayNames(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Map<String, String> of(Set<String> subs) {
    return BatchReads.inOrder(dynamo, table, subs.stream().map(Keys::profile).toList()).stream()
        .filter(item -> item.containsKey("displayName"))
        .collect(
            toMap(
                item -> item.get(Keys.PK).s().substring(Keys.owner("").length()),
                item -> item.get("displayName").s()));
  }
}
