package dev.darkroom.core.dynamo;

import dev.darkroom.core.Contention;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Writes that are tried again while other writes are in their way: six times, with pauses of full
 * jitter, 25 ms at first, doubling; 0.8 s in all at most. The SDK does not do it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling">
 *     Transaction conflict handling</a>
 */
final class Transactions {
  private static final int TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
  private static final String PASSED = "None";
  private static final Set<String> PASSING =
      Set.of(PASSED, "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private Transactions() {}

  /**
   * Writes some items, all or none.
   *
   * @param writes 1 to 100, each to another item
   * @throws TransactionCanceledException when a condition does not hold, or a write is invalid
   * @throws Contention when other writes are in the way at each try
   */
  static void write(DynamoDbClient dynamo, List<TransactWriteItem> writes) {
    retried(() -> dynamo.transactWriteItems(request -> request.transactItems(writes)));
  }

  /**
   * Writes some items, all or none, where a condition that does not hold is no surprise.
   *
   * @param writes 1 to 100, each to another item
   * @return empty when it is done; else what each write was cancelled for, in their order, of which
   *     one at least is {@link #isRefused}
   * @throws TransactionCanceledException when a write is invalid
   * @throws Contention when other writes are in the way at each try
   */
  static List<CancellationReason> refusals(DynamoDbClient dynamo, List<TransactWriteItem> writes) {
    try {
      write(dynamo, writes);
      return List.of();
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().anyMatch(Transactions::isRefused)) {
        return e.cancellationReasons();
      }
      throw e;
    }
  }

  /** Whether a write's own condition did not hold. */
  static boolean isRefused(CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code());
  }

  /**
   * Makes one write, to one item or as a transaction.
   *
   * @throws Contention when other writes are in the way at each try
   */
  static <T> T retried(Supplier<T> write) {
    for (int attempt = 1; ; attempt++) {
      try {
        return write.get();
      } catch (TransactionCanceledException e) {
        if (!isContention(e)) {
          throw e;
        }
        pause(attempt, e);
      } catch (TransactionConflictException e) {
        pause(attempt, e);
      }
    }
  }

  /** Whether nothing but other writes were in the way: a condition that fails does so again. */
  private static boolean isContention(TransactionCanceledException e) {
    List<String> codes = e.cancellationReasons().stream().map(CancellationReason::code).toList();
    return PASSING.containsAll(codes) && !codes.stream().allMatch(PASSED::equals);
  }

  /**
   * Waits before the next try.
   *
   * @throws Contention when this was the last one
   */
  static void pause(int attempt, RuntimeException e) {
    if (attempt == TRIES) {
      throw new Contention("a write to the table", e);
    }
    try {
      long longest = FIRST_PAUSE.toMillis() << (attempt - 1);
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Contention("a write to the table", e);
    }
  }
}
