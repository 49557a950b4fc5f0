package dev.darkroom.core.dynamo;

import dev.darkroom.core.Comment;
import dev.darkroom.core.CommentStore;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps comments in the one DynamoDB table, a partition an image. */
public final class DynamoCommentStore implements CommentStore {
  private final DynamoDbClient dynamo;
  private final String table;

  /**
   * Keeps comments in a table.
   *
   * @param table the table's name
   */
  public DynamoCommentStore(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Who deletes an image first takes its status away and then its comments: with the status in
   * the condition, no comment comes after that.
   */
  @Override
  public void add(JobRef image, Comment comment) {
    TransactWriteItem check =
        TransactWriteItem.builder()
            .conditionCheck(
                condition ->
                    condition
                        .tableName(table)
                        .key(Keys.job(image))
                        .conditionExpression("#status = :completed")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(
                            Map.of(":completed", AttributeValue.fromS(JobStatus.COMPLETED.name()))))
            .build();
    TransactWriteItem write =
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table)
                        .item(CommentItem.of(comment))
                        .conditionExpression("attribute_not_exists(PK)"))
            .build();
    if (!Transactions.refusals(dynamo, List.of(check, write)).isEmpty()) {
      throw new JobConflict(image, "takes no comment " + comment.commentId() + ".");
    }
  }

  @Override
  public Page<Comment> on(String imageId, PageRequest page) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("PK = :image AND begins_with(SK, :comment)")
            .expressionAttributeValues(
                Map.of(
                    ":image", AttributeValue.fromS(Keys.comments(imageId)),
                    ":comment", AttributeValue.fromS(Keys.commentPrefix())))
            .consistentRead(true)
            .limit(page.limit());
    page.after().ifPresent(last -> query.exclusiveStartKey(Keys.comment(imageId, last)));
    QueryResponse response = dynamo.query(query.build());
    return new Page<>(
        response.items().stream().map(CommentItem::comment).toList(),
        response.hasLastEvaluatedKey()
            ? Optional.of(CommentItem.commentId(response.lastEvaluatedKey()))
            : Optional.empty());
  }

  @Override
  public Optional<Comment> find(String imageId, String commentId) {
    Map<String, AttributeValue> item =
        dynamo
            .getItem(
                get ->
                    get.tableName(table).key(Keys.comment(imageId, commentId)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(CommentItem.comment(item));
  }

  @Override
  public void delete(String imageId, String commentId) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(Keys.comment(imageId, commentId)));
  }
}
