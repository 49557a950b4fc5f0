package dev.darkroom.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes what is in a dead-letter queue; what is delivered leaves it, anything else stays. */
final class DeadLetters {
  private static final int INVISIBLE_SECONDS = 300;
  private static final int MOST_AT_ONCE = 10;
  private static final ObjectMapper JSON = Json.mapper();

  private final SqsClient queues;
  private final String queueUrl;
  private final Report report;

  DeadLetters(SqsClient queues, String queueUrl, Report report) {
    this.queues = queues;
    this.queueUrl = queueUrl;
    this.report = report;
  }

  /** Delivers each message once; those that fail can be received again at once. */
  void deliver(Delivery delivery, boolean isDryRun) {
    Set<String> seen = new HashSet<>();
    List<Message> kept = new ArrayList<>();
    try {
      List<Message> messages = receive();
      while (messages.stream().anyMatch(message -> !seen.contains(message.messageId()))) {
        for (Message message : messages) {
          boolean isFirst = seen.add(message.messageId());
          if (!isFirst || !delivered(message, delivery, isDryRun)) {
            kept.add(message);
          }
        }
        messages = receive();
      }
      kept.addAll(messages);
    } finally {
      kept.forEach(this::release);
    }
  }

  private boolean delivered(Message message, Delivery delivery, boolean isDryRun) {
    if (isDryRun) {
      report.wouldRedrive(message.messageId(), kind());
      return false;
    }
    try {
      String outcome = delivery.deliver(JSON.readTree(message.body()));
      queues.deleteMessage(
          delete -> delete.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
      report.done(message.messageId(), kind(), outcome);
      return true;
    } catch (JsonProcessingException e) {
      report.failed(message.messageId(), new IllegalArgumentException("It is not JSON.", e));
    } catch (RuntimeException e) {
      report.failed(message.messageId(), e);
    }
    return false;
  }

  private List<Message> receive() {
    return queues
        .receiveMessage(
            receive ->
                receive
                    .queueUrl(queueUrl)
                    .maxNumberOfMessages(MOST_AT_ONCE)
                    .visibilityTimeout(INVISIBLE_SECONDS)
                    .waitTimeSeconds(1))
        .messages();
  }

  private void release(Message message) {
    queues.changeMessageVisibility(
        change ->
            change.queueUrl(queueUrl).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
  }

  private String kind() {
    return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
  }
}
