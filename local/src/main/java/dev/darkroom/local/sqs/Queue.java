package dev.darkroom.local.sqs;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.journal.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One standard queue; messages come out in the order sent, as far as visibility allows. */
final class Queue {
  /** How many messages can be received now, are with a receiver, or were sent with a delay. */
  record Counts(int visible, int inFlight, int delayed) {}

  private final String name;
  private final String arn;
  private final QueueSettings settings;
  private final Clock clock;
  private final Instant createdAt;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, StoredMessage> messages = new LinkedHashMap<>();
  private final KeptMessages kept;

  /**
   * @param outbox keeps the messages; what is left in it is in the queue from the beginning
   */
  Queue(String name, String arn, QueueSettings settings, Clock clock, Outbox outbox) {
    this.name = name;
    this.arn = arn;
    this.settings = settings;
    this.clock = clock;
    this.createdAt = clock.instant();
    this.kept = new KeptMessages(outbox);
    kept.leftovers().forEach(message -> messages.put(message.id, message));
  }

  String name() {
    return name;
  }

  String arn() {
    return arn;
  }

  QueueSettings settings() {
    return settings;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** Adds a message and returns its id. */
  String send(String body, Map<String, MessageAttribute> attributes, Duration delay) {
    MessageRules.check(body, attributes, settings.maximumMessageSize());
    String id = UUID.randomUUID().toString();
    Instant now = clock.instant();
    lock.lock();
    try {
      StoredMessage message = new StoredMessage(id, body, attributes, now, now.plus(delay));
      kept.add(message);
      messages.put(id, message);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return id;
  }

  /**
   * Takes up to {@code most} visible messages, waiting for the first of them.
   *
   * @throws InterruptedException when the caller no longer waits
   */
  List<ReceivedMessage> receive(int most, Duration visibilityTimeout, Duration wait)
      throws InterruptedException {
    long left = wait.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        List<ReceivedMessage> taken = take(most, visibilityTimeout);
        if (!taken.isEmpty() || left <= 0) {
          return taken;
        }
        long pause = Math.min(left, nanosToNextVisible());
        left -= pause - changed.awaitNanos(pause);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Deletes a message; nothing happens when it is gone, or was received again since. */
  void delete(String receiptHandle) {
    ReceiptHandle handle = ReceiptHandle.decode(receiptHandle);
    lock.lock();
    try {
      StoredMessage message = messages.get(handle.messageId());
      if (message != null && message.receiveCount == handle.receiveCount()) {
        kept.remove(message);
        messages.remove(message.id);
      }
    } finally {
      lock.unlock();
    }
  }

  void changeVisibility(String receiptHandle, Duration visibilityTimeout) {
    ReceiptHandle handle = ReceiptHandle.decode(receiptHandle);
    Instant now = clock.instant();
    lock.lock();
    try {
      dropExpired(now);
      StoredMessage message = messages.get(handle.messageId());
      if (message == null
          || message.receiveCount != handle.receiveCount()
          || !message.inFlight(now)) {
        throw AwsError.badRequest("MessageNotInflight", "The message referred to isn't in flight.");
      }
      message.visibleAt = now.plus(visibilityTimeout);
      kept.changed(message);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void purge() {
    lock.lock();
    try {
      messages.values().forEach(kept::remove);
      messages.clear();
    } finally {
      lock.unlock();
    }
  }

  Counts counts() {
    Instant now = clock.instant();
    lock.lock();
    try {
      dropExpired(now);
      int visible = 0;
      int inFlight = 0;
      for (StoredMessage message : messages.values()) {
        visible += message.visible(now) ? 1 : 0;
        inFlight += message.inFlight(now) ? 1 : 0;
      }
      return new Counts(visible, inFlight, messages.size() - visible - inFlight);
    } finally {
      lock.unlock();
    }
  }

  private List<ReceivedMessage> take(int most, Duration visibilityTimeout) {
    Instant now = clock.instant();
    dropExpired(now);
    List<ReceivedMessage> taken = new ArrayList<>();
    for (StoredMessage message : messages.values()) {
      if (taken.size() == most) {
        break;
      }
      if (message.visible(now)) {
        message.receiveCount++;
        message.firstReceivedAt = message.firstReceivedAt == null ? now : message.firstReceivedAt;
        message.visibleAt = now.plus(visibilityTimeout);
        kept.changed(message);
        taken.add(ReceivedMessage.of(message));
      }
    }
    return taken;
  }

  private void dropExpired(Instant now) {
    Instant oldest = now.minus(settings.retention());
    messages
        .values()
        .removeIf(
            message -> {
              boolean expired = message.sentAt.isBefore(oldest);
              if (expired) {
                kept.remove(message);
              }
              return expired;
            });
  }

  private long nanosToNextVisible() {
    Instant now = clock.instant();
    return messages.values().stream()
        .mapToLong(message -> Duration.between(now, message.visibleAt).toNanos())
        .min()
        .stream()
        // Never zero: a message that became visible this moment is taken on the next turn.
        .map(nanos -> Math.max(nanos, 1_000_000))
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }
}
