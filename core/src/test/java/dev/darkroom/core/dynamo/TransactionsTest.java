package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Contention;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

class TransactionsTest {
  private final AtomicInteger tries = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(
      strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
  void whatOtherWritesPreventedIsTriedAgain(String code) {
    assertThat(Transactions.retried(failing(2, cancelled("None", code)))).isEqualTo("written");
    assertThat(tries).hasValue(3);
  }

  @Test
  void aWriteToOneItemIsTriedAgainToo() {
    assertThat(Transactions.retried(failing(1, TransactionConflictException.builder().build())))
        .isEqualTo("written");
    assertThat(tries).hasValue(2);
  }

  @Test
  void afterSixTriesItIsGivenUp() {
    RuntimeException conflict = cancelled("TransactionConflict");
    assertThatThrownBy(() -> Transactions.retried(failing(100, conflict)))
        .isInstanceOf(Contention.class)
        .hasCause(conflict);
    assertThat(tries).hasValue(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ConditionalCheckFailed", "ValidationError", "ItemCollectionSizeLimitExceeded"})
  void whatWouldFailAgainIsNotTriedAgain(String code) {
    RuntimeException refused = cancelled("TransactionConflict", code);
    assertThatThrownBy(() -> Transactions.retried(failing(100, refused))).isSameAs(refused);
    assertThat(tries).hasValue(1);
  }

  private Supplier<String> failing(int times, RuntimeException failure) {
    return () -> {
      if (tries.incrementAndGet() <= times) {
        throw failure;
      }
      return "written";
    };
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            Arrays.stream(codes)
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }
}
