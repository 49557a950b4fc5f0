package dev.darkroom.steps;

import dev.darkroom.core.Job;
import java.util.Map;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * The topic of outcomes; subscribers filter by the attributes owner, status and jobId, and drop
 * repeats by notificationId.
 */
final class OutcomeTopic {
  private final SnsClient sns;
  private final String arn;

  OutcomeTopic(SnsClient sns, String arn) {
    this.sns = sns;
    this.arn = arn;
  }

  /**
   * Tells how a job ended.
   *
   * @return the message's id
   * @throws RetryableException when the answer does not tell that it is published
   */
  String publish(Job job) {
    OutcomeMessage message = OutcomeMessage.of(job);
    String messageId =
        sns.publish(
                publish ->
                    publish
                        .topicArn(arn)
                        .subject(message.subject())
                        .message(message.body())
                        .messageAttributes(
                            Map.of(
                                "owner", text(job.owner()),
                                "status", text(job.status().name()),
                                "jobId", text(job.jobId()),
                                "notificationId", text(message.id()))))
            .messageId();
    if (messageId == null) {
      throw RetryableException.create("SNS did not confirm the message " + message.id() + ".");
    }
    return messageId;
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
