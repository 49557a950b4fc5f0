package dev.darkroom.local.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsResult;

/**
 * DynamoDB Local, which answers a transaction when it is committed. By itself (2.6.1) it puts the
 * COMMIT into the queue of its database's thread and answers at once: a process that is killed
 * between the two has told of a write that it does not keep. Single writes it waits for; those of
 * PartiQL's ExecuteTransaction, which Darkroom does not use, are answered early as before.
 */
final class CommittedTransactions extends LocalDynamoDBRequestHandler {

  /**
   * @param directory where tables are kept, or null to keep them in memory
   */
  CommittedTransactions(String directory) {
    super(0, directory == null, directory, true, false);
  }

  @Override
  public TransactWriteItemsResult transactWriteItems(
      String accessKey, String region, TransactWriteItemsRequest request) {
    TransactWriteItemsResult result = super.transactWriteItems(accessKey, region, request);
    // Reads by the same queue: it is answered after the COMMIT.
    listTables(accessKey, region, new ListTablesRequest().withLimit(1));
    return result;
  }
}
