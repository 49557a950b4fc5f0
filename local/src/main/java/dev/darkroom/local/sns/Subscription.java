package dev.darkroom.local.sns;

import java.time.Instant;

/** One endpoint's subscription to a topic. {@link Subscriptions} guards what changes. */
final class Subscription {
  static final String PENDING = "PendingConfirmation";

  private final String arn;
  private final String topicArn;
  private final Protocol protocol;
  private final String endpoint;
  private final String token;
  private final Instant askedAt;
  private volatile SubscriptionAttributes attributes;
  private volatile boolean confirmed;
  private volatile boolean confirmationAuthenticated;
  private volatile boolean unsubscribeNeedsSignature;

  Subscription(
      String arn,
      String topicArn,
      Protocol protocol,
      String endpoint,
      String token,
      Instant askedAt,
      SubscriptionAttributes attributes) {
    this.arn = arn;
    this.topicArn = topicArn;
    this.protocol = protocol;
    this.endpoint = endpoint;
    this.token = token;
    this.askedAt = askedAt;
    this.attributes = attributes;
    // A queue of the same account needs nobody's consent.
    this.confirmed = !protocol.mail();
    this.confirmationAuthenticated = confirmed;
  }

  String arn() {
    return arn;
  }

  /** The ARN, or in its place that the subscription is pending. */
  String shownArn() {
    return confirmed ? arn : PENDING;
  }

  String topicArn() {
    return topicArn;
  }

  Protocol protocol() {
    return protocol;
  }

  String endpoint() {
    return endpoint;
  }

  String token() {
    return token;
  }

  /** Since when it could have been confirmed. */
  Instant askedAt() {
    return askedAt;
  }

  SubscriptionAttributes attributes() {
    return attributes;
  }

  void setAttributes(SubscriptionAttributes attributes) {
    this.attributes = attributes;
  }

  boolean confirmed() {
    return confirmed;
  }

  boolean confirmationAuthenticated() {
    return confirmationAuthenticated;
  }

  boolean unsubscribeNeedsSignature() {
    return unsubscribeNeedsSignature;
  }

  void confirm(boolean signed, boolean authenticateOnUnsubscribe) {
    confirmationAuthenticated = signed;
    unsubscribeNeedsSignature = signed && authenticateOnUnsubscribe;
    confirmed = true;
  }
}
