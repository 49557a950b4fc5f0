package dev.darkroom.core.dynamo;

import dev.darkroom.core.Deletion;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.WorkLeft;
import dev.darkroom.core.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Finds the work that is left by the sparse index, which holds nothing else. */
public final class DynamoWorkLeft implements WorkLeft {
  private static final String UPDATED_AT = "updatedAt";

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  /**
   * Finds the work that is left in a table.
   *
   * @param table the table's name
   */
  public DynamoWorkLeft(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public List<JobRef> jobs(Instant unchangedSince, int limit) {
    return oldest(Keys::inFlightShard, unchangedSince, limit);
  }

  @Override
  public List<JobRef> deletions(Instant deletedBefore, int limit) {
    return oldest(Keys::deletingShard, deletedBefore, limit);
  }

  @Override
  public Optional<Deletion> deletion(JobRef ref) {
    Optional<Deletion> deletion =
        new JobReads(dynamo, table).item(ref).deletion(ref, clock.instant());
    deletion.ifPresent(left -> BatchDelete.partition(dynamo, table, Keys.comments(ref.jobId())));
    return deletion;
  }

  @Override
  public void checked(JobRef ref) {
    try {
      Transactions.retried(
          () ->
              dynamo.updateItem(
                  update ->
                      update
                          .tableName(table)
                          .key(Keys.job(ref))
                          .updateExpression("SET updatedAt = :now")
                          .conditionExpression("attribute_exists(inFlight)")
                          .expressionAttributeValues(
                              Map.of(":now", AttributeValue.fromS(Json.time(clock.instant()))))));
    } catch (ConditionalCheckFailedException e) {
      return; // Nothing is left to do any more.
    }
  }

  private List<JobRef> oldest(IntFunction<String> partition, Instant before, int limit) {
    return IntStream.range(0, Keys.IN_FLIGHT_SHARDS)
        .mapToObj(partition)
        .flatMap(shard -> entries(shard, before, limit).stream())
        .sorted(Comparator.comparing(entry -> entry.get(UPDATED_AT).s()))
        .limit(limit)
        .map(Keys::ref)
        .toList();
  }

  private List<Map<String, AttributeValue>> entries(String shard, Instant before, int limit) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName(Keys.WORK_LEFT)
                    .keyConditionExpression("inFlight = :shard AND updatedAt < :before")
                    .expressionAttributeValues(
                        Map.of(
                            ":shard", AttributeValue.fromS(shard),
                            ":before", AttributeValue.fromS(Json.time(before))))
                    .limit(limit))
        .items();
  }
}
