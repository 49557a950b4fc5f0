package dev.darkroom.local.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Puts events into the dead-letter queues, as the rules do. */
final class UndeliveredEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String uploads;
  private final String failures;

  UndeliveredEvents(RunningCloud running) {
    uploads = running.cloud().outputs().get("UndeliveredUploadsUrl");
    failures = running.cloud().outputs().get("UndeliveredFailuresUrl");
  }

  /** The event of an upload once more, by another id, which is given. */
  String upload(String event) throws IOException {
    String id = UUID.randomUUID().toString();
    send(uploads, ((ObjectNode) JSON.readTree(event)).put("id", id));
    return id;
  }

  /** An execution's bad end. */
  void failure(String executionArn) {
    ObjectNode event = JSON.createObjectNode();
    event.putObject("detail").put("executionArn", executionArn);
    send(failures, event);
  }

  /** Whether both queues hold nothing, not even with a receiver. */
  boolean isEmpty() {
    return count(uploads) + count(failures) == 0;
  }

  private static void send(String queue, ObjectNode event) {
    try (SqsClient sqs = client()) {
      sqs.sendMessage(send -> send.queueUrl(queue).messageBody(event.toString()));
    }
  }

  private static int count(String queue) {
    try (SqsClient sqs = client()) {
      return sqs
          .getQueueAttributes(
              get ->
                  get.queueUrl(queue)
                      .attributeNames(
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
          .attributes()
          .values()
          .stream()
          .mapToInt(Integer::parseInt)
          .sum();
    }
  }

  private static SqsClient client() {
    return SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }
}
