package dev.darkroom.local.sns;

import dev.darkroom.local.sqs.MessageAttribute;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A published message.
 *
 * @param text the message for every protocol that {@code texts} does not name
 * @param texts the message by protocol, of one published with {@code MessageStructure=json}
 */
record Message(
    String id,
    String topicArn,
    Optional<String> subject,
    String text,
    Map<String, String> texts,
    Map<String, MessageAttribute> attributes,
    Instant publishedAt) {

  String text(Protocol protocol) {
    return texts.getOrDefault(protocol.id(), text);
  }
}
