package dev.darkroom.local.events;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One event on its way to one target. Runs on one thread at a time: a retry is scheduled only when
 * the attempt before has failed. An event whose burial fails is left to the next process.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html">How
 *     EventBridge retries delivering events</a>
 */
final class PendingDelivery implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(PendingDelivery.class);

  private final KeptDelivery delivery;
  private final String ruleArn;
  private final Target target;
  private final Timing timing;
  private final Runnable ended;
  private int retries;

  /**
   * @param ended is run once the target took the event, or the event was given up
   */
  PendingDelivery(
      KeptDelivery delivery, String ruleArn, Target target, Timing timing, Runnable ended) {
    this.delivery = delivery;
    this.ruleArn = ruleArn;
    this.target = target;
    this.timing = timing;
    this.ended = ended;
  }

  @Override
  public void run() {
    try {
      // Targets get their own copy: what one does to it must not reach another, or a retry.
      target.delivery().deliver(target.input().of(delivery.event()).deepCopy());
      ended.run();
    } catch (Undeliverable e) {
      bury(e.errorCode(), e, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      log.warn("The delivery of event {} to {} was interrupted", id(), target.arn());
    } catch (Exception e) {
      failed(e);
    }
  }

  private void failed(Exception failure) {
    if (retries >= target.retryPolicy().maximumRetryAttempts()) {
      bury("ERROR_FROM_TARGET", failure, "MaximumRetryAttempts");
      return;
    }
    Duration pause = timing.backoff().before(retries + 1);
    Instant end = delivery.published().plus(target.retryPolicy().maximumEventAge());
    if (timing.clock().instant().plus(pause).isAfter(end)) {
      bury("ERROR_FROM_TARGET", failure, "MaximumEventAgeInSeconds");
      return;
    }
    retries++;
    log.info("Event {} to {} is retried in {}: {}", id(), target.arn(), pause, failure.toString());
    timing.schedule().after(pause, this);
  }

  private void bury(String errorCode, Exception failure, String exhausted) {
    if (target.deadLetters().isEmpty()) {
      log.error("Event {} to {} is dropped after {} retries", id(), target.arn(), retries, failure);
      ended.run();
      return;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("RULE_ARN", ruleArn);
    attributes.put("TARGET_ARN", target.arn());
    attributes.put("ERROR_CODE", errorCode);
    // A message attribute must not be empty.
    String message = failure.getMessage();
    attributes.put(
        "ERROR_MESSAGE", message == null || message.isBlank() ? failure.toString() : message);
    if (!exhausted.isEmpty()) {
      attributes.put("EXHAUSTED_RETRY_CONDITION", exhausted);
    }
    attributes.put("RETRY_ATTEMPTS", Integer.toString(retries));
    send(target.deadLetters().get(), attributes);
  }

  private void send(DeadLetters deadLetters, Map<String, String> attributes) {
    try {
      deadLetters.send(delivery.event().toString(), attributes);
      ended.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      log.error("Event {} is not buried: {}", id(), attributes, e);
    } catch (Exception e) {
      log.error("Event {} is not buried, its dead-letter queue failed: {}", id(), attributes, e);
    }
  }

  private String id() {
    return delivery.eventId();
  }
}
