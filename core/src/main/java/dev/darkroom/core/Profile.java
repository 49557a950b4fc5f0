package dev.darkroom.core;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a user: what they wish, and what is known of their address.
 *
 * @param owner the user's {@code sub}
 * @param displayName the name that others see, or null
 * @param avatarImageId the image of their own that stands for them, or null
 * @param notifications whether they wish to be told of outcomes by e-mail
 * @param email the address that the issuer told last, in lower case, or null
 * @param emailVerified whether the issuer had verified it
 * @param emailCheckedAt when the issuer told it, or null
 * @param subscriptionArn their subscription to outcomes, confirmed or not, or null
 * @param subscriptionEmail the address that is subscribed, or null
 * @param subscribedAt when it was subscribed, or asked to confirm again, or null
 * @param formerSubscriptionArn the subscription of an address that is not theirs any more, which
 *     could not be ended because it was not confirmed, or null
 * @param version counts the writes of what they wish, for optimistic locking; 0 before the first
 */
public record Profile(
    String owner,
    String displayName,
    String avatarImageId,
    boolean notifications,
    String email,
    boolean emailVerified,
    Instant emailCheckedAt,
    String subscriptionArn,
    String subscriptionEmail,
    Instant subscribedAt,
    String formerSubscriptionArn,
    long version) {

  /** The profile of a user of whom nothing is kept yet. */
  public static Profile empty(String owner) {
    return new Profile(owner, null, null, false, null, false, null, null, null, null, null, 0);
  }

  /** The address as the issuer verified it when it was asked last. */
  public Optional<String> verifiedEmail() {
    return emailVerified ? Optional.ofNullable(email) : Optional.empty();
  }

  public Wishes wishes() {
    return new Wishes(displayName, avatarImageId, notifications);
  }

  /**
   * What a user decides about themselves.
   *
   * @param displayName plain text, or null
   * @param avatarImageId an image of their own, or null
   * @param notifications whether to be told of outcomes by e-mail
   */
  public record Wishes(String displayName, String avatarImageId, boolean notifications) {}
}
