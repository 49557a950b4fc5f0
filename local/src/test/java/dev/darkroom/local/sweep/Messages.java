package dev.darkroom.local.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What subscribers of the topic are told: a queue of our own, emptied all the time. */
final class Messages implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SqsClient sqs =
      SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private final String queue;
  private final Map<String, List<Message>> byJob = new ConcurrentHashMap<>();
  private final Thread reader = new Thread(this::read, "messages");

  Messages(String topicArn) {
    queue = sqs.createQueue(create -> create.queueName("sweep")).queueUrl();
    String arn =
        sqs.getQueueAttributes(
                get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    try (SnsClient sns =
        SnsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
      sns.subscribe(subscribe -> subscribe.topicArn(topicArn).protocol("sqs").endpoint(arn));
    }
    reader.setDaemon(true);
    reader.start();
  }

  /** What was told about a job so far, in order. */
  List<Message> about(String jobId) {
    return byJob.getOrDefault(jobId, List.of());
  }

  @Override
  public void close() {
    reader.interrupt();
    sqs.close();
  }

  private void read() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        take();
      }
    } catch (AbortedException e) {
      return; // All is over.
    }
  }

  private void take() {
    var received =
        sqs.receiveMessage(get -> get.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
            .messages();
    for (var each : received) {
      Message message = message(each.body());
      byJob.computeIfAbsent(message.jobId(), any -> new CopyOnWriteArrayList<>()).add(message);
      sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(each.receiptHandle()));
    }
  }

  private static Message message(String body) {
    try {
      JsonNode envelope = JSON.readTree(body);
      JsonNode attributes = envelope.path("MessageAttributes");
      return new Message(
          attributes.path("jobId").path("Value").asText(),
          attributes.path("owner").path("Value").asText(),
          attributes.path("status").path("Value").asText(),
          attributes.path("notificationId").path("Value").asText(),
          envelope.path("Message").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
