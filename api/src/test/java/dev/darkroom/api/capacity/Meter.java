package dev.darkroom.api.capacity;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Asks DynamoDB what each call used, and adds it up. The SDK makes one for every client of this
 * module's tests, as a resource names it: so the functions are measured as they are deployed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">
 *     DynamoDB read and write operations</a>
 */
public final class Meter implements ExecutionInterceptor {
  private static final AtomicReference<Consumed> total = new AtomicReference<>(Consumed.NOTHING);

  /** What was used since the last call. */
  static Consumed take() {
    return total.getAndSet(Consumed.NOTHING);
  }

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    ReturnConsumedCapacity all = ReturnConsumedCapacity.TOTAL;
    return switch (operation(context.request())) {
      case "GetItemRequest" ->
          ((GetItemRequest) context.request()).toBuilder().returnConsumedCapacity(all).build();
      case "BatchGetItemRequest" ->
          ((BatchGetItemRequest) context.request()).toBuilder().returnConsumedCapacity(all).build();
      case "QueryRequest" ->
          ((QueryRequest) context.request()).toBuilder().returnConsumedCapacity(all).build();
      case "PutItemRequest" ->
          ((PutItemRequest) context.request()).toBuilder().returnConsumedCapacity(all).build();
      case "UpdateItemRequest" ->
          ((UpdateItemRequest) context.request()).toBuilder().returnConsumedCapacity(all).build();
      case "DeleteItemRequest" ->
          ((DeleteItemRequest) context.request()).toBuilder().returnConsumedCapacity(all).build();
      case "TransactWriteItemsRequest" ->
          ((TransactWriteItemsRequest) context.request())
              .toBuilder().returnConsumedCapacity(all).build();
      default -> context.request();
    };
  }

  @Override
  public void afterExecution(
      Context.AfterExecution context, ExecutionAttributes executionAttributes) {
    Consumed used = consumed(context.response());
    total.accumulateAndGet(used, Consumed::plus);
  }

  private static String operation(SdkRequest request) {
    return request instanceof DynamoDbRequest ? request.getClass().getSimpleName() : "";
  }

  private static Consumed consumed(SdkResponse response) {
    if (response instanceof GetItemResponse get) {
      return read(List.of(get.consumedCapacity()));
    } else if (response instanceof BatchGetItemResponse batch) {
      return read(batch.consumedCapacity());
    } else if (response instanceof QueryResponse query) {
      return read(List.of(query.consumedCapacity()));
    } else if (response instanceof PutItemResponse put) {
      return written(List.of(put.consumedCapacity()));
    } else if (response instanceof UpdateItemResponse update) {
      return written(List.of(update.consumedCapacity()));
    } else if (response instanceof DeleteItemResponse delete) {
      return written(List.of(delete.consumedCapacity()));
    } else if (response instanceof TransactWriteItemsResponse transaction) {
      return written(transaction.consumedCapacity());
    }
    return Consumed.NOTHING;
  }

  private static Consumed read(List<ConsumedCapacity> capacities) {
    return new Consumed(sum(capacities), 0);
  }

  private static Consumed written(List<ConsumedCapacity> capacities) {
    return new Consumed(0, sum(capacities));
  }

  private static double sum(List<ConsumedCapacity> capacities) {
    return capacities.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
  }
}
