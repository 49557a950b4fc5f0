package dev.darkroom.core.dynamo;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes several items or none, and gives way to other transactions on the same items. */
final class Transactions {
  private static final int ATTEMPTS = 6;
  private static final long FIRST_WAIT_MILLIS = 20;

  private Transactions() {}

  /**
   * Writes all of the items.
   *
   * @throws TransactionCanceledException when a condition does not hold, or others stay in the way
   */
  static void write(DynamoDbClient dynamo, List<TransactWriteItem> writes) {
    for (int attempt = 1; ; attempt++) {
      try {
        dynamo.transactWriteItems(request -> request.transactItems(writes));
        return;
      } catch (TransactionCanceledException e) {
        if (attempt == ATTEMPTS || !passes(e)) {
          throw e;
        }
        pause(FIRST_WAIT_MILLIS << attempt);
      }
    }
  }

  private static boolean passes(TransactionCanceledException e) {
    return e.cancellationReasons().stream()
        .allMatch(
            reason ->
                switch (reason.code()) {
                  case "None",
                      "TransactionConflict",
                      "ThrottlingError",
                      "ProvisionedThroughputExceeded" ->
                      true;
                  default -> false;
                });
  }

  private static void pause(long longest) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
