package dev.darkroom.operator;

import com.fasterxml.jackson.databind.JsonNode;

/** Where an event goes that a rule could not deliver. */
@FunctionalInterface
interface Delivery {

  /**
   * Does what the rule would have done.
   *
   * @param event as JSON
   * @return what has become of it
   * @throws RuntimeException when it could not be done; the event is kept then
   */
  String deliver(JsonNode event);
}
