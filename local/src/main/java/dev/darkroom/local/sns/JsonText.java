package dev.darkroom.local.sns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.sqs.MessageAttribute;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * Writes the JSON documents that SNS delivers to queues and {@code email-json} endpoints. They are
 * not signed: {@code Signature}, {@code SignatureVersion} and {@code SigningCertURL} are absent.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html">Amazon
 *     SNS message formats</a>
 */
final class JsonText {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private JsonText() {}

  static String confirmation(Subscription subscription, Links links) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Type", "SubscriptionConfirmation")
        .put("MessageId", UUID.randomUUID().toString())
        .put("Token", subscription.token())
        .put("TopicArn", subscription.topicArn())
        .put(
            "Message",
            "You have chosen to subscribe to the topic "
                + subscription.topicArn()
                + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.")
        .put("SubscribeURL", links.confirm(subscription))
        .put("Timestamp", TIMESTAMP.format(Instant.now()))
        .toPrettyString();
  }

  static String notification(Subscription subscription, Message message, Links links) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("Type", "Notification")
            .put("MessageId", message.id())
            .put("TopicArn", message.topicArn());
    message.subject().ifPresent(subject -> json.put("Subject", subject));
    json.put("Message", message.text(subscription.protocol()))
        .put("Timestamp", TIMESTAMP.format(message.publishedAt()))
        .put("UnsubscribeURL", links.unsubscribe(subscription));
    if (!message.attributes().isEmpty()) {
      ObjectNode attributes = json.putObject("MessageAttributes");
      for (Map.Entry<String, MessageAttribute> entry : message.attributes().entrySet()) {
        MessageAttribute attribute = entry.getValue();
        attributes
            .putObject(entry.getKey())
            .put("Type", attribute.dataType())
            .put(
                "Value",
                attribute.binary()
                    ? Base64.getEncoder().encodeToString(attribute.binaryValue())
                    : attribute.stringValue());
      }
    }
    return json.toPrettyString();
  }
}
