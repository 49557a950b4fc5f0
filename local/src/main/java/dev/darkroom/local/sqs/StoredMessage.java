package dev.darkroom.local.sqs;

import java.time.Instant;
import java.util.Map;

/** A message in a queue. Its queue's lock guards what changes. */
final class StoredMessage {
  final String id;
  final String body;
  final Map<String, MessageAttribute> attributes;
  final Instant sentAt;
  Instant visibleAt;
  Instant firstReceivedAt;
  int receiveCount;

  /** Its number in the outbox. */
  long number;

  StoredMessage(
      String id,
      String body,
      Map<String, MessageAttribute> attributes,
      Instant sentAt,
      Instant visibleAt) {
    this.id = id;
    this.body = body;
    this.attributes = Map.copyOf(attributes);
    this.sentAt = sentAt;
    this.visibleAt = visibleAt;
  }

  boolean visible(Instant now) {
    return !visibleAt.isAfter(now);
  }

  boolean inFlight(Instant now) {
    return receiveCount > 0 && !visible(now);
  }
}
