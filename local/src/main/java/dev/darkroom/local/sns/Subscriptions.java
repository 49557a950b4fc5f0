package dev.darkroom.local.sns;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.journal.Outbox;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The subscriptions to all topics. Changes take turns; reads do not wait. */
final class Subscriptions {
  /** A service quota of SNS: filter policies a topic. */
  private static final int MOST_FILTERED = 200;

  private static final int TOKEN_BYTES = 96;

  /** How long a subscription may wait for its confirmation. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(2);

  private final SecureRandom random = new SecureRandom();
  private final ConcurrentNavigableMap<String, Subscription> byArn = new ConcurrentSkipListMap<>();
  private final InstantSource clock;
  private final KeptSubscriptions kept;

  Subscriptions(InstantSource clock, Outbox outbox) {
    this.clock = clock;
    this.kept = new KeptSubscriptions(outbox);
    byArn.putAll(kept.leftovers());
  }

  /** Subscribes an endpoint, or finds its subscription. */
  synchronized Subscription subscribe(
      Topic topic, Protocol protocol, String endpoint, Map<String, String> given)
      throws InvalidAttribute {
    protocol.checkEndpoint(endpoint);
    forgetUnconfirmed();
    SubscriptionAttributes attributes = SubscriptionAttributes.of(protocol, given);
    for (Subscription existing : of(topic.arn()).values()) {
      if (existing.protocol() == protocol && existing.endpoint().equals(endpoint)) {
        if (!existing.attributes().agreeWith(attributes)) {
          throw new InvalidAttribute("Subscription already exists with different attributes");
        }
        return existing;
      }
    }
    checkQuota(topic.arn(), attributes);
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    Subscription added =
        new Subscription(
            topic.arn() + ":" + UUID.randomUUID(),
            topic.arn(),
            protocol,
            endpoint,
            HexFormat.of().formatHex(token),
            clock.instant(),
            attributes);
    kept.add(added);
    byArn.put(added.arn(), added);
    return added;
  }

  /** Confirms the subscription that the token was sent for; again with the same token is fine. */
  synchronized Subscription confirm(
      Topic topic, String token, boolean signed, boolean authenticateOnUnsubscribe) {
    forgetUnconfirmed();
    Subscription found =
        of(topic.arn()).values().stream()
            .filter(subscription -> subscription.token().equals(token))
            .findFirst()
            .orElseThrow(() -> Errors.invalid("Token"));
    if (!found.confirmed()) {
      found.confirm(signed, authenticateOnUnsubscribe);
      kept.changed(found);
    }
    return found;
  }

  /**
   * Ends a subscription; one that is not there has ended.
   *
   * @throws AwsError when it was not confirmed yet, or only a signed request may end it
   */
  synchronized void unsubscribe(String arn, boolean signed) {
    Errors.checkArn("SubscriptionArn", arn);
    forgetUnconfirmed();
    Subscription found = byArn.get(arn);
    if (found != null && !found.confirmed()) {
      throw Errors.invalid(
          "SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending confirmation");
    }
    if (found != null && found.unsubscribeNeedsSignature() && !signed) {
      throw new AwsError(
          403, "AuthorizationError", "Unsubscribing from this topic needs a signed request.");
    }
    if (found != null) {
      kept.remove(found);
      byArn.remove(arn);
    }
  }

  synchronized void unsubscribeAll(String topicArn) {
    of(topicArn).values().forEach(kept::remove);
    of(topicArn).clear();
  }

  synchronized void setAttribute(String arn, String name, String value) throws InvalidAttribute {
    Subscription subscription = get(arn);
    SubscriptionAttributes changed = subscription.attributes().with(Map.of(name, value));
    if (!subscription.attributes().filtered()) {
      checkQuota(subscription.topicArn(), changed);
    }
    subscription.setAttributes(changed);
    kept.changed(subscription);
  }

  /**
   * The subscription with this ARN.
   *
   * @throws AwsError when there is none
   */
  Subscription get(String arn) {
    Errors.checkArn("SubscriptionArn", arn);
    forgetUnconfirmed();
    Subscription subscription = byArn.get(arn);
    if (subscription == null) {
      throw Errors.notFound("Subscription");
    }
    return subscription;
  }

  /** The subscription with this ARN, if there is one that is confirmed. */
  Optional<Subscription> findConfirmed(String arn) {
    return Optional.ofNullable(byArn.get(arn)).filter(Subscription::confirmed);
  }

  Collection<Subscription> to(Topic topic) {
    return of(topic.arn()).values();
  }

  Page<Subscription> page(Optional<String> token) {
    forgetUnconfirmed();
    return Page.of(byArn, token);
  }

  Page<Subscription> page(Topic topic, Optional<String> token) {
    forgetUnconfirmed();
    return Page.of(of(topic.arn()), token);
  }

  private void forgetUnconfirmed() {
    Instant oldest = clock.instant().minus(LONGEST_WAIT);
    for (Subscription subscription : byArn.values()) {
      if (!subscription.confirmed() && subscription.askedAt().isBefore(oldest)) {
        kept.remove(subscription);
        byArn.remove(subscription.arn());
      }
    }
  }

  /** A subscription's ARN is its topic's, a colon and an id; a semicolon follows the colon. */
  private NavigableMap<String, Subscription> of(String topicArn) {
    return byArn.subMap(topicArn + ":", false, topicArn + ";", false);
  }

  private void checkQuota(String topicArn, SubscriptionAttributes attributes) {
    long filtered =
        of(topicArn).values().stream()
            .filter(subscription -> subscription.attributes().filtered())
            .count();
    if (attributes.filtered() && filtered >= MOST_FILTERED) {
      throw new AwsError(
          403,
          "FilterPolicyLimitExceeded",
          "A topic can have at most " + MOST_FILTERED + " filter policies.");
    }
  }
}
