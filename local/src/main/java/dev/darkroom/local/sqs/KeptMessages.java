package dev.darkroom.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.journal.Entry;
import dev.darkroom.local.journal.Outbox;
import java.time.Instant;
import java.util.List;

/** A queue's messages in an outbox, each with who has received it and how often. */
final class KeptMessages {
  private final Outbox outbox;

  KeptMessages(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The messages that an earlier process left, in the order sent. */
  List<StoredMessage> leftovers() {
    return outbox.leftovers().stream().map(KeptMessages::read).toList();
  }

  void add(StoredMessage message) {
    message.number = outbox.add(json(message));
  }

  void changed(StoredMessage message) {
    outbox.replace(message.number, json(message));
  }

  void remove(StoredMessage message) {
    outbox.remove(message.number);
  }

  private static ObjectNode json(StoredMessage message) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", message.id).put("body", message.body);
    json.set("attributes", AttributeJson.write(message.attributes));
    json.put("sentAt", message.sentAt.toString()).put("visibleAt", message.visibleAt.toString());
    if (message.firstReceivedAt != null) {
      json.put("firstReceivedAt", message.firstReceivedAt.toString());
    }
    return json.put("receiveCount", message.receiveCount);
  }

  private static StoredMessage read(Entry entry) {
    JsonNode json = entry.content();
    StoredMessage message =
        new StoredMessage(
            json.path("id").asText(),
            json.path("body").asText(),
            AttributeJson.read(json.path("attributes")),
            Instant.parse(json.path("sentAt").asText()),
            Instant.parse(json.path("visibleAt").asText()));
    message.number = entry.number();
    message.receiveCount = json.path("receiveCount").asInt();
    if (json.has("firstReceivedAt")) {
      message.firstReceivedAt = Instant.parse(json.path("firstReceivedAt").asText());
    }
    return message;
  }
}
