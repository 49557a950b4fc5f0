package dev.darkroom.local.events;

import java.util.Map;

/** Takes events that could not be delivered: the queue of a {@code DeadLetterConfig}. */
@FunctionalInterface
public interface DeadLetters {
  /**
   * Takes one event.
   *
   * @param body the event as it was published
   * @param attributes message attributes of type String: {@code RULE_ARN}, {@code TARGET_ARN},
   *     {@code ERROR_CODE}, {@code ERROR_MESSAGE}, {@code RETRY_ATTEMPTS}, and when a limit of the
   *     retry policy ended the retries {@code EXHAUSTED_RETRY_CONDITION}
   * @throws Exception when it cannot be taken; that is logged, and the event is left to the next
   *     process, where there is an outbox
   */
  void send(String body, Map<String, String> attributes) throws Exception;
}
