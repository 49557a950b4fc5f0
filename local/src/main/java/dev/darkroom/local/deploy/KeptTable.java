package dev.darkroom.local.deploy;

import dev.darkroom.local.template.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;

/**
 * A table that an earlier run left, brought to what the template declares now, as a stack update
 * would: indexes that it lacks are added, one after the other.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html">
 *     Managing global secondary indexes</a>
 */
final class KeptTable {
  private static final Logger log = LoggerFactory.getLogger(KeptTable.class);
  private static final Duration LONGEST_BUILD = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final DynamoDbClient dynamo;
  private final String name;
  private final Place place;

  KeptTable(DynamoDbClient dynamo, String name, Place place) {
    this.dynamo = dynamo;
    this.name = name;
    this.place = place;
  }

  /**
   * Adds the indexes that are missing.
   *
   * @throws dev.darkroom.local.template.UnsupportedTemplate when the keys of the table or of an
   *     index are others
   */
  void becomes(CreateTableRequest declared) {
    if (!describe().keySchema().equals(declared.keySchema())) {
      throw place.unsupported("has other keys than the kept table; name another data folder");
    }
    for (GlobalSecondaryIndex index : declared.globalSecondaryIndexes()) {
      Optional<GlobalSecondaryIndexDescription> kept = find(index.indexName());
      if (kept.isEmpty()) {
        add(index, declared);
      } else if (!kept.get().keySchema().equals(index.keySchema())) {
        throw place.unsupported(
            "has other keys in the index "
                + index.indexName()
                + " than the kept table; name another data folder");
      }
    }
  }

  /** Items go after the time, in epoch seconds, that the attribute holds. */
  void expiresBy(TimeToLiveSpecification wanted) {
    boolean isOn =
        dynamo
            .describeTimeToLive(describe -> describe.tableName(name))
            .timeToLiveDescription()
            .timeToLiveStatusAsString()
            .startsWith("ENABL");
    if (isOn != wanted.enabled()) {
      dynamo.updateTimeToLive(update -> update.tableName(name).timeToLiveSpecification(wanted));
    }
  }

  private void add(GlobalSecondaryIndex index, CreateTableRequest declared) {
    log.info("{} of an earlier run gets the index {}", name, index.indexName());
    GlobalSecondaryIndexUpdate addition =
        GlobalSecondaryIndexUpdate.builder()
            .create(
                create ->
                    create
                        .indexName(index.indexName())
                        .keySchema(index.keySchema())
                        .projection(index.projection()))
            .build();
    dynamo.updateTable(
        update ->
            update
                .tableName(name)
                .attributeDefinitions(declared.attributeDefinitions())
                .globalSecondaryIndexUpdates(addition));
    Instant latest = Instant.now().plus(LONGEST_BUILD);
    while (find(index.indexName())
        .filter(built -> built.indexStatus() == IndexStatus.ACTIVE)
        .isEmpty()) {
      if (Instant.now().isAfter(latest)) {
        throw new IllegalStateException("The index " + index.indexName() + " takes too long.");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private Optional<GlobalSecondaryIndexDescription> find(String index) {
    return describe().globalSecondaryIndexes().stream()
        .filter(kept -> kept.indexName().equals(index))
        .findFirst();
  }

  private TableDescription describe() {
    return dynamo.describeTable(describe -> describe.tableName(name)).table();
  }
}
