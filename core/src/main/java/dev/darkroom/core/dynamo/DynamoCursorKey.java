package dev.darkroom.core.dynamo;

import dev.darkroom.core.CursorKey;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Keeps the key in the one table, where the first who needs it puts it. Read once, then remembered.
 * Safe for many threads.
 */
public final class DynamoCursorKey implements CursorKey {
  private static final int BYTES = 32;
  private static final String KEY = "key";
  private static final Map<String, AttributeValue> ITEM =
      Map.of(Keys.PK, AttributeValue.fromS("KEY"), Keys.SK, AttributeValue.fromS("CURSOR"));

  private final DynamoDbClient dynamo;
  private final String table;
  private volatile byte[] remembered;

  /**
   * Keeps the key in a table.
   *
   * @param table the table's name
   */
  public DynamoCursorKey(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public byte[] bytes() {
    if (remembered == null) {
      remembered = find().orElseGet(this::make);
    }
    return remembered.clone();
  }

  private Optional<byte[]> find() {
    Map<String, AttributeValue> item =
        dynamo.getItem(get -> get.tableName(table).key(ITEM).consistentRead(true)).item();
    return Optional.ofNullable(item.get(KEY)).map(key -> key.b().asByteArray());
  }

  /** Of several that make one at once, the first one's counts. */
  private byte[] make() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Map<String, AttributeValue> item =
        Map.of(
            Keys.PK,
            ITEM.get(Keys.PK),
            Keys.SK,
            ITEM.get(Keys.SK),
            KEY,
            AttributeValue.fromB(SdkBytes.fromByteArray(key)),
            Keys.SCHEMA,
            Keys.schemaWritten());
    try {
      dynamo.putItem(
          put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"));
      return key;
    } catch (ConditionalCheckFailedException e) {
      return find().orElseThrow(() -> new IllegalStateException("The cursor key has gone.", e));
    }
  }
}
