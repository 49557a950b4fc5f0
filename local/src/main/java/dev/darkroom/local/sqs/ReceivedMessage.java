package dev.darkroom.local.sqs;

import java.time.Instant;
import java.util.Map;

/** A message as one receiver got it; the handle is good for this receive only. */
record ReceivedMessage(
    String id,
    String receiptHandle,
    String body,
    Map<String, MessageAttribute> attributes,
    Instant sentAt,
    Instant firstReceivedAt,
    int receiveCount) {

  static ReceivedMessage of(StoredMessage message) {
    return new ReceivedMessage(
        message.id,
        new ReceiptHandle(message.id, message.receiveCount).encoded(),
        message.body,
        message.attributes,
        message.sentAt,
        message.firstReceivedAt,
        message.receiveCount);
  }
}
