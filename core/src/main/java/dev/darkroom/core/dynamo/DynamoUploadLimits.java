package dev.darkroom.core.dynamo;

import dev.darkroom.core.LimitReached;
import dev.darkroom.core.LimitReached.Limit;
import dev.darkroom.core.UploadAllowance;
import dev.darkroom.core.UploadLimits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Counts in the one table: an item an owner and hour for uploads, one an owner and day for bytes.
 * Each write adds only while the sum stays within the limit, so requests at the same time cannot
 * exceed it together. Items expire with their hour or day.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithItems.html#WorkingWithItems.ConditionalUpdate">
 *     Conditional updates</a>
 */
public final class DynamoUploadLimits implements UploadLimits {
  private static final String USED = "#used";
  private static final Map<String, String> NAMES =
      Map.of(USED, "used", "#ttl", Keys.TTL, "#schema", Keys.SCHEMA);

  private final DynamoDbClient dynamo;
  private final String table;

  /**
   * Counts in a table.
   *
   * @param table the table's name
   */
  public DynamoUploadLimits(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /**
   * {@inheritDoc}
   *
   * <p>When the day has no room, the uploads are given back to the hour. A process that ends
   * between the two leaves the hour with less room than it had.
   */
  @Override
  public void take(String owner, int uploads, long bytes, UploadAllowance allowance, Instant now) {
    Period hour = Period.of("UPLOADS#", ChronoUnit.HOURS, now);
    add(owner, hour, uploads, allowance.uploadsPerHour(), Limit.UPLOADS_PER_HOUR);
    try {
      add(
          owner,
          Period.of("BYTES#", ChronoUnit.DAYS, now),
          bytes,
          allowance.bytesPerDay(),
          Limit.BYTES_PER_DAY);
    } catch (LimitReached e) {
      giveBack(owner, hour, uploads);
      throw e;
    }
  }

  private void add(String owner, Period period, long amount, long most, Limit limit) {
    long room = most - amount;
    String fits = USED + " <= :room";
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(owner, period))
                  .updateExpression("SET #ttl = :ttl, #schema = :schema ADD #used :amount")
                  // Of a new item no sum can be compared; it has room for all that may be used.
                  .conditionExpression(room < 0 ? fits : "attribute_not_exists(#used) OR " + fits)
                  .expressionAttributeNames(NAMES)
                  .expressionAttributeValues(
                      Map.of(
                          ":ttl", number(period.end().getEpochSecond()),
                          ":schema", Keys.schemaWritten(),
                          ":amount", number(amount),
                          ":room", number(room)))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
    } catch (ConditionalCheckFailedException e) {
      AttributeValue used = e.hasItem() ? e.item().get("used") : null;
      long left = most - (used == null ? 0 : Long.parseLong(used.n()));
      throw new LimitReached(limit, most, Math.max(0, left), period.end());
    }
  }

  private void giveBack(String owner, Period period, long amount) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(key(owner, period))
                .updateExpression("ADD #used :amount")
                .expressionAttributeNames(Map.of(USED, "used"))
                .expressionAttributeValues(Map.of(":amount", number(-amount))));
  }

  private static Map<String, AttributeValue> key(String owner, Period period) {
    return Map.of(
        Keys.PK, AttributeValue.fromS("LIMIT#" + owner),
        Keys.SK, AttributeValue.fromS(period.name()));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /**
   * A clock hour or a day, of UTC.
   *
   * @param name the sort key of what is counted in it
   */
  private record Period(String name, Instant end) {
    static Period of(String counted, ChronoUnit unit, Instant now) {
      Instant start = now.truncatedTo(unit);
      int length = unit == ChronoUnit.HOURS ? "2026-11-20T21".length() : "2026-11-20".length();
      return new Period(counted + start.toString().substring(0, length), start.plus(1, unit));
    }
  }
}
