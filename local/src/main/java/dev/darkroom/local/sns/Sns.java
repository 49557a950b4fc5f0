package dev.darkroom.local.sns;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.http.Service;
import dev.darkroom.local.journal.Outbox;
import dev.darkroom.local.mail.Mailer;
import dev.darkroom.local.sqs.Queues;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An embedded Amazon SNS with standard topics that delivers by mail and to queues. What it does not
 * support (FIFO topics, other protocols, attributes and operations) it refuses by name.
 *
 * <p>A mail subscription gets nothing until the link in its confirmation mail is followed; until
 * then it cannot be ended, and after 48 hours it is forgotten. Publish answers at once; deliveries
 * follow in the background, those of one subscription in order. Requests must be signed, except
 * what the links in mails do, but signatures are not verified.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/welcome.html">Amazon SNS API
 *     reference</a>
 */
public final class Sns implements AutoCloseable {
  private final Topics topics;
  private final Subscriptions subscriptions;
  private final KeptNotifications notifications;
  private final Courier courier;
  private final Deliveries deliveries = new Deliveries();
  private final TopicOperations topicOperations;
  private final SubscriptionOperations subscriptionOperations;
  private final PublishOperations publishOperations;

  /**
   * @param mailer sends confirmations and notifications
   * @param queues where {@code sqs} subscriptions deliver to
   * @param uri where {@link #endpoint()} is served, for the links in mails; asked for with each
   *     mail, so it may become known late
   * @param keptSubscriptions keeps them; what is left in it is there from the beginning
   * @param keptNotifications keeps each message, for each subscription, until it was delivered
   */
  public Sns(
      String region,
      String account,
      Mailer mailer,
      Queues queues,
      Supplier<URI> uri,
      Outbox keptSubscriptions,
      Outbox keptNotifications) {
    this(
        region,
        account,
        mailer,
        queues,
        uri,
        InstantSource.system(),
        keptSubscriptions,
        keptNotifications);
  }

  Sns(
      String region,
      String account,
      Mailer mailer,
      Queues queues,
      Supplier<URI> uri,
      InstantSource clock,
      Outbox keptSubscriptions,
      Outbox keptNotifications) {
    this.topics = new Topics(region, account);
    this.subscriptions = new Subscriptions(clock, keptSubscriptions);
    this.notifications = new KeptNotifications(keptNotifications);
    this.courier = new Courier(deliveries, mailer, queues, new Links(uri), notifications);
    this.topicOperations = new TopicOperations(topics, subscriptions);
    this.subscriptionOperations = new SubscriptionOperations(topics, subscriptions, courier);
    this.publishOperations = new PublishOperations(topics, subscriptions, courier);
  }

  /**
   * Creates a topic, or finds the one that has this name and display name.
   *
   * @param displayName the sender's name on mails, up to 100 characters, or empty
   * @return {@code arn:aws:sns:REGION:ACCOUNT:NAME}
   * @throws AwsError when SNS would refuse it
   */
  public String createTopic(String name, String displayName) {
    return topics.create(name, displayName).arn();
  }

  /**
   * Subscribes an endpoint. A mail endpoint is then asked to confirm.
   *
   * @param protocol {@code email}, {@code email-json} or {@code sqs}
   * @param endpoint a mail address or a queue's ARN
   * @param attributes {@code FilterPolicy}, {@code FilterPolicyScope}, {@code RawMessageDelivery}
   * @return the subscription's ARN
   * @throws AwsError when SNS would refuse it
   */
  public String subscribe(
      String topicArn, String protocol, String endpoint, Map<String, String> attributes) {
    return subscriptionOperations.subscribe(topicArn, protocol, endpoint, attributes).arn();
  }

  /**
   * Delivers what earlier processes published and did not deliver; call it once, when all topics
   * and queues are there. What a subscription that ended was to get is dropped.
   */
  public void resume() {
    for (KeptNotification left : notifications.leftovers()) {
      Optional<Topic> topic = topics.find(left.message().topicArn());
      Optional<Subscription> subscription = subscriptions.findConfirmed(left.subscriptionArn());
      if (topic.isPresent() && subscription.isPresent()) {
        courier.deliver(topic.get(), subscription.get(), left);
      } else {
        notifications.remove(left);
      }
    }
  }

  /** Whether there is a topic with this ARN. */
  public boolean hasTopic(String arn) {
    return topics.find(arn).isPresent();
  }

  /**
   * Publishes a message.
   *
   * @param subject up to 100 printable ASCII characters
   * @param text for every protocol but mail
   * @param mail the same, as a person reads it
   * @throws AwsError when there is no such topic
   */
  public void publish(String topicArn, String subject, String text, String mail) {
    publishOperations.publish(topicArn, Publication.of(subject, text, mail));
  }

  /** Answers SNS's Query protocol; may be served on any port. */
  public Service endpoint() {
    return new SnsEndpoint(
        Map.ofEntries(
            Map.entry("CreateTopic", topicOperations::createTopic),
            Map.entry("DeleteTopic", topicOperations::deleteTopic),
            Map.entry("ListTopics", topicOperations::listTopics),
            Map.entry("GetTopicAttributes", topicOperations::getTopicAttributes),
            Map.entry("Publish", publishOperations::publish),
            Map.entry("PublishBatch", publishOperations::publishBatch),
            Map.entry("Subscribe", subscriptionOperations::subscribe),
            Map.entry("ConfirmSubscription", subscriptionOperations::confirmSubscription),
            Map.entry("Unsubscribe", subscriptionOperations::unsubscribe),
            Map.entry("ListSubscriptions", subscriptionOperations::listSubscriptions),
            Map.entry("ListSubscriptionsByTopic", subscriptionOperations::listSubscriptionsByTopic),
            Map.entry(
                "GetSubscriptionAttributes", subscriptionOperations::getSubscriptionAttributes),
            Map.entry(
                "SetSubscriptionAttributes", subscriptionOperations::setSubscriptionAttributes)));
  }

  /** Waits up to two seconds for deliveries; those that are left are logged as errors. */
  @Override
  public void close() {
    deliveries.close();
  }
}
