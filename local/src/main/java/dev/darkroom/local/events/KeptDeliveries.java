package dev.darkroom.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.journal.Entry;
import dev.darkroom.local.journal.Outbox;
import java.time.Instant;
import java.util.List;

/**
 * Deliveries that are due, in an outbox. How often one was tried is not kept: after a restart it is
 * tried as often again, within the age that its target allows an event.
 */
final class KeptDeliveries {
  private final Outbox outbox;

  KeptDeliveries(Outbox outbox) {
    this.outbox = outbox;
  }

  KeptDelivery add(JsonNode event, Instant published, String rule, String targetId) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("rule", rule).put("target", targetId).put("published", published.toString());
    content.set("event", event);
    return new KeptDelivery(outbox.add(content), event, published, rule, targetId);
  }

  void remove(KeptDelivery delivery) {
    outbox.remove(delivery.number());
  }

  List<KeptDelivery> leftovers() {
    return outbox.leftovers().stream().map(KeptDeliveries::read).toList();
  }

  private static KeptDelivery read(Entry entry) {
    JsonNode content = entry.content();
    return new KeptDelivery(
        entry.number(),
        content.path("event"),
        Instant.parse(content.path("published").asText()),
        content.path("rule").asText(),
        content.path("target").asText());
  }
}
