package dev.darkroom.local.events;

import com.fasterxml.jackson.databind.JsonNode;

/** Hands an event to a target; called on many threads at once. */
@FunctionalInterface
public interface Delivery {
  /**
   * Delivers once. To start what the target does is enough: what comes of it is not the bus's.
   *
   * @param input the event, or what the target's input makes of it
   * @throws Undeliverable when no retry can help
   * @throws Exception anything else: the delivery is retried
   */
  void deliver(JsonNode input) throws Exception;
}
