package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.darkroom.core.LimitReached;
import dev.darkroom.core.LimitReached.Limit;
import dev.darkroom.core.UploadAllowance;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoUploadLimitsIT {
  private static final Instant NOW = Instant.parse("2026-11-20T21:14:15.500Z");
  private static final UploadAllowance ALLOWANCE = new UploadAllowance(10, 1000);

  @RegisterExtension private final LocalTable table = new LocalTable();
  private DynamoUploadLimits limits;

  @BeforeEach
  void wire() {
    limits = new DynamoUploadLimits(table.client(), table.name());
  }

  @Test
  void theHourHasRoomForAsManyAsAreAllowedAndNotOneMore() {
    limits.take("alice", 9, 9, ALLOWANCE, NOW);
    limits.take("alice", 1, 1, ALLOWANCE, NOW);

    LimitReached refused = refused(1, 1, NOW);

    assertThat(refused.limit()).isEqualTo(Limit.UPLOADS_PER_HOUR);
    assertThat(refused.most()).isEqualTo(10);
    assertThat(refused.left()).isZero();
    assertThat(refused.until()).isEqualTo(Instant.parse("2026-11-20T22:00:00Z"));
  }

  @Test
  void theDayHasRoomForAsManyBytesAsAreAllowedAndNotOneMore() {
    limits.take("alice", 1, 1000, ALLOWANCE, NOW);

    LimitReached refused = refused(1, 1, NOW);

    assertThat(refused.limit()).isEqualTo(Limit.BYTES_PER_DAY);
    assertThat(refused.until()).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
  }

  @Test
  void aRefusalTakesNothing() {
    limits.take("alice", 4, 400, ALLOWANCE, NOW);
    assertThat(refused(7, 1, NOW).left()).isEqualTo(6);
    assertThat(refused(6, 601, NOW).left()).isEqualTo(600);

    limits.take("alice", 6, 600, ALLOWANCE, NOW);

    assertThat(used("UPLOADS#2026-11-20T21")).isEqualTo("10");
    assertThat(used("BYTES#2026-11-20")).isEqualTo("1000");
  }

  @Test
  void whatIsMoreThanTheWholeLimitIsRefusedEvenFirst() {
    assertThat(refused(11, 1, NOW).left()).isEqualTo(10);
    assertThat(refused(1, 1001, NOW).left()).isEqualTo(1000);
  }

  @Test
  void aLimitThatWasLoweredLeavesNothingRatherThanLess() {
    limits.take("alice", 10, 10, ALLOWANCE, NOW);

    LimitReached refused =
        catchThrowableOfType(
            LimitReached.class,
            () -> limits.take("alice", 1, 1, new UploadAllowance(5, 1000), NOW));

    assertThat(refused.left()).isZero();
  }

  @Test
  void theNextHourAndTheNextDayBeginAnew() {
    limits.take("alice", 10, 1000, ALLOWANCE, NOW);

    limits.take("alice", 10, 1000, ALLOWANCE, Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(refused(10, 1, Instant.parse("2026-11-20T22:00:00Z")).limit())
        .isEqualTo(Limit.BYTES_PER_DAY);
  }

  @Test
  void eachOwnerHasItsOwn() {
    limits.take("alice", 10, 1000, ALLOWANCE, NOW);
    limits.take("bob", 10, 1000, ALLOWANCE, NOW);
  }

  @Test
  void countersExpireWithTheirHourAndDay() {
    limits.take("alice", 1, 1, ALLOWANCE, NOW);

    assertThat(item("UPLOADS#2026-11-20T21").get("ttl").n())
        .isEqualTo("" + Instant.parse("2026-11-20T22:00:00Z").getEpochSecond());
    assertThat(item("BYTES#2026-11-20").get("ttl").n())
        .isEqualTo("" + Instant.parse("2026-11-21T00:00:00Z").getEpochSecond());
  }

  @Test
  void requestsAtTheSameTimeNeverExceedTheLimitTogether() throws Exception {
    UploadAllowance seven = new UploadAllowance(7, 1_000_000);
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      Callable<Boolean> request =
          () -> {
            try {
              limits.take("alice", 1, 1, seven, NOW);
              return true;
            } catch (LimitReached e) {
              return false;
            }
          };
      int taken = 0;
      for (Future<Boolean> answer : threads.invokeAll(Collections.nCopies(20, request))) {
        taken += answer.get() ? 1 : 0;
      }
      assertThat(taken).isEqualTo(7);
      assertThat(used("UPLOADS#2026-11-20T21")).isEqualTo("7");
      assertThat(used("BYTES#2026-11-20")).isEqualTo("7");
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void bytesOfRequestsAtTheSameTimeNeverExceedTheLimitTogether() throws Exception {
    UploadAllowance bytes = new UploadAllowance(1000, 650);
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Callable<Long>> requests =
          Collections.nCopies(
              20,
              () -> {
                try {
                  limits.take("alice", 1, 100, bytes, NOW);
                  return 100L;
                } catch (LimitReached e) {
                  return 0L;
                }
              });
      long taken = 0;
      for (Future<Long> answer : threads.invokeAll(requests)) {
        taken += answer.get();
      }
      assertThat(taken).isEqualTo(600);
      assertThat(used("UPLOADS#2026-11-20T21")).isEqualTo("6");
    } finally {
      threads.shutdown();
    }
  }

  private LimitReached refused(int uploads, long bytes, Instant at) {
    return catchThrowableOfType(
        LimitReached.class, () -> limits.take("alice", uploads, bytes, ALLOWANCE, at));
  }

  private String used(String period) {
    return item(period).get("used").n();
  }

  private Map<String, AttributeValue> item(String period) {
    return table
        .client()
        .getItem(
            get ->
                get.tableName(table.name())
                    .key(
                        Map.of(
                            "PK", AttributeValue.fromS("LIMIT#alice"),
                            "SK", AttributeValue.fromS(period))))
        .item();
  }
}
