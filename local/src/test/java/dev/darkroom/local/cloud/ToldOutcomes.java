package dev.darkroom.local.cloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What the topic of outcomes told of one owner's jobs: a queue that is subscribed to it. */
final class ToldOutcomes implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SECONDS_OF_SILENCE = 2;

  private final SqsClient sqs =
      SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private final SnsClient sns =
      SnsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private final String queue;
  private final String subscription;
  private final List<Message> received = new ArrayList<>();

  ToldOutcomes(RunningCloud running, String owner) {
    queue = sqs.createQueue(create -> create.queueName("told-" + owner)).queueUrl();
    String queueArn =
        sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNamesWithStrings("QueueArn"))
            .attributesAsStrings()
            .get("QueueArn");
    subscription =
        sns.subscribe(
                subscribe ->
                    subscribe
                        .topicArn(running.cloud().outputs().get("OutcomesTopicArn"))
                        .protocol("sqs")
                        .endpoint(queueArn)
                        .returnSubscriptionArn(true)
                        .attributes(
                            Map.of(
                                "RawMessageDelivery",
                                "true",
                                "FilterPolicy",
                                "{\"owner\": [\"" + owner + "\"]}")))
            .subscriptionArn();
  }

  /** The statuses that were told of a job, in the order in which they came. */
  List<String> statuses(String jobId) {
    return attributes(jobId, "status");
  }

  /** The ids of the notifications about a job, in the order in which they came. */
  List<String> ids(String jobId) {
    return attributes(jobId, "notificationId");
  }

  /** Waits until something was told of a job. */
  void await(String jobId) {
    Awaitility.await("word of " + jobId).atMost(PATIENCE).until(() -> !statuses(jobId).isEmpty());
  }

  /** All of it, once nothing more comes. */
  private List<String> attributes(String jobId, String name) {
    List<Message> batch;
    do {
      batch =
          sqs.receiveMessage(
                  receive ->
                      receive
                          .queueUrl(queue)
                          .waitTimeSeconds(SECONDS_OF_SILENCE)
                          .maxNumberOfMessages(10)
                          .messageAttributeNames("All"))
              .messages();
      batch.forEach(
          message ->
              sqs.deleteMessage(
                  delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle())));
      received.addAll(batch);
    } while (!batch.isEmpty());
    return received.stream()
        .filter(message -> text(message, "jobId").equals(jobId))
        .map(message -> text(message, name))
        .toList();
  }

  private static String text(Message message, String name) {
    var attribute = message.messageAttributes().get(name);
    return attribute == null ? "" : attribute.stringValue();
  }

  @Override
  public void close() {
    sns.unsubscribe(unsubscribe -> unsubscribe.subscriptionArn(subscription));
    sqs.close();
    sns.close();
  }
}
