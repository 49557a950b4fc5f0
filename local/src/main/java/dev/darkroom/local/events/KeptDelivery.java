package dev.darkroom.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An event that is due to a target.
 *
 * @param number its number in the outbox
 * @param event as it was published, whole
 * @param published when it was
 * @param rule the name of the rule that it matched
 * @param targetId the target's id within the rule
 */
record KeptDelivery(long number, JsonNode event, Instant published, String rule, String targetId) {
  String eventId() {
    return event.path("id").asText();
  }
}
