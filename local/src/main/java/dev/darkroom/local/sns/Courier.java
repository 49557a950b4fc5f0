package dev.darkroom.local.sns;

import dev.darkroom.local.mail.Mailer;
import dev.darkroom.local.sqs.MessageAttribute;
import dev.darkroom.local.sqs.Queues;
import java.util.Map;

/** Brings notifications to endpoints by mail and by queue, each subscription's in order. */
final class Courier {
  private static final String CONFIRMATION_SUBJECT = "AWS Notification - Subscription Confirmation";

  private final Deliveries deliveries;
  private final Mailer mailer;
  private final Queues queues;
  private final Links links;
  private final KeptNotifications kept;

  Courier(
      Deliveries deliveries, Mailer mailer, Queues queues, Links links, KeptNotifications kept) {
    this.deliveries = deliveries;
    this.mailer = mailer;
    this.queues = queues;
    this.links = links;
    this.kept = kept;
  }

  void askToConfirm(Topic topic, Subscription subscription) {
    String body =
        subscription.protocol() == Protocol.EMAIL_JSON
            ? JsonText.confirmation(subscription, links)
            : MailText.confirmation(subscription, links);
    deliveries.enqueue(
        subscription.arn(),
        "The confirmation of " + subscription.arn(),
        () ->
            mailer.send(
                MailText.sender(topic), subscription.endpoint(), CONFIRMATION_SUBJECT, body));
  }

  void deliver(Topic topic, Subscription subscription, Message message) {
    deliver(topic, subscription, kept.add(subscription, message));
  }

  /** Delivers what was to be delivered before, and is still kept. */
  void deliver(Topic topic, Subscription subscription, KeptNotification notification) {
    Message message = notification.message();
    // Built now: what the subscription's attributes are when the message is published counts.
    Deliveries.Attempt attempt =
        subscription.protocol().mail()
            ? mail(topic, subscription, message)
            : queueMessage(subscription, message);
    deliveries.enqueue(
        subscription.arn(),
        "Message " + message.id() + " for " + subscription.arn(),
        attempt,
        () -> kept.remove(notification));
  }

  private Deliveries.Attempt mail(Topic topic, Subscription subscription, Message message) {
    String body =
        subscription.protocol() == Protocol.EMAIL_JSON
            ? JsonText.notification(subscription, message, links)
            : MailText.notification(subscription, message, links);
    return () ->
        mailer.send(
            MailText.sender(topic), subscription.endpoint(), MailText.subject(message), body);
  }

  private Deliveries.Attempt queueMessage(Subscription subscription, Message message) {
    boolean raw = subscription.attributes().rawMessageDelivery();
    String body =
        raw
            ? message.text(subscription.protocol())
            : JsonText.notification(subscription, message, links);
    Map<String, MessageAttribute> attributes = raw ? message.attributes() : Map.of();
    return () -> queues.deliver(subscription.endpoint(), body, attributes);
  }
}
