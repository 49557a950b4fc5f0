package dev.darkroom.local.sweep;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.lambda.EmbeddedFunctions;
import dev.darkroom.local.lambda.FunctionError;
import java.io.IOException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The events that RecordFailure could not take, which an operator has it take again. */
final class Undelivered implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SqsClient sqs =
      SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private final String queue;
  private final EmbeddedFunctions functions;

  /**
   * @param queue its URL
   */
  Undelivered(String queue, EmbeddedFunctions functions) {
    this.queue = queue;
    this.functions = functions;
  }

  /** Has all be taken again; what is not taken stays in the queue. */
  synchronized void redrive() throws InterruptedException, IOException {
    for (Message each :
        sqs.receiveMessage(get -> get.queueUrl(queue).maxNumberOfMessages(10)).messages()) {
      try {
        functions.invoke("darkroom-RecordFailureFunction", JSON.readTree(each.body()));
        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(each.receiptHandle()));
      } catch (FunctionError | AwsError e) {
        sqs.changeMessageVisibility(
            change ->
                change.queueUrl(queue).receiptHandle(each.receiptHandle()).visibilityTimeout(0));
      }
    }
  }

  @Override
  public void close() {
    sqs.close();
  }
}
