package dev.darkroom.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.journal.Entry;
import dev.darkroom.local.journal.Outbox;
import dev.darkroom.local.sqs.AttributeJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages that were published and not delivered yet, in an outbox, one for each subscription. */
final class KeptNotifications {
  private final Outbox outbox;

  KeptNotifications(Outbox outbox) {
    this.outbox = outbox;
  }

  List<KeptNotification> leftovers() {
    return outbox.leftovers().stream().map(KeptNotifications::read).toList();
  }

  KeptNotification add(Subscription subscription, Message message) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("subscriptionArn", subscription.arn());
    json.put("id", message.id()).put("topicArn", message.topicArn());
    message.subject().ifPresent(subject -> json.put("subject", subject));
    json.put("text", message.text());
    ObjectNode texts = json.putObject("texts");
    message.texts().forEach(texts::put);
    json.set("attributes", AttributeJson.write(message.attributes()));
    json.put("publishedAt", message.publishedAt().toString());
    return new KeptNotification(outbox.add(json), subscription.arn(), message);
  }

  void remove(KeptNotification notification) {
    outbox.remove(notification.number());
  }

  private static KeptNotification read(Entry entry) {
    JsonNode json = entry.content();
    Map<String, String> texts = new HashMap<>();
    json.path("texts")
        .properties()
        .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
    Message message =
        new Message(
            json.path("id").asText(),
            json.path("topicArn").asText(),
            Optional.ofNullable(json.path("subject").textValue()),
            json.path("text").asText(),
            texts,
            AttributeJson.read(json.path("attributes")),
            Instant.parse(json.path("publishedAt").asText()));
    return new KeptNotification(entry.number(), json.path("subscriptionArn").asText(), message);
  }
}
