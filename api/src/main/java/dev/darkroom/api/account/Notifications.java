package dev.darkroom.api.account;

import dev.darkroom.api.http.Refusal;
import dev.darkroom.core.Profile;
import dev.darkroom.core.ProfileStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells users of outcomes by e-mail, or no more. SNS knows what is true: a user may confirm a
 * subscription, or end it, by links in mails, of which nobody tells this class. So it asks.
 */
public final class Notifications {
  private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);

  /** SNS may deny for some seconds that it knows a subscription which it has just taken. */
  private static final Duration UNTIL_KNOWN = Duration.ofSeconds(30);

  private final Subscriptions subscriptions;
  private final ProfileStore profiles;
  private final Clock clock;

  public Notifications(Subscriptions subscriptions, ProfileStore profiles, Clock clock) {
    this.subscriptions = subscriptions;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** A profile, and whether its user is told. */
  record Settled(Profile profile, NotificationState state) {}

  /**
   * Finds out how it stands, and follows what changed: a subscription that ended is forgotten, one
   * of an address that is not the user's any more is ended, and the new address subscribed.
   *
   * @param found with the address as the issuer told it last: a token that does not tell it must
   *     not end a subscription
   */
  Settled settle(Profile found) {
    Profile profile = endAside(found);
    String arn = profile.subscriptionArn();
    if (arn == null) {
      return resubscribe(profile);
    }
    Optional<NotificationState> state = subscriptions.state(arn);
    if (state.isEmpty() && !isNew(profile)) {
      return new Settled(profiles.unsubscribed(profile.owner(), arn, true), NotificationState.OFF);
    }
    if (!profile.verifiedEmail().equals(Optional.of(profile.subscriptionEmail()))) {
      return resubscribe(leave(profile));
    }
    boolean confirmed = state.equals(Optional.of(NotificationState.ON));
    return new Settled(profile, confirmed ? NotificationState.ON : waiting(profile));
  }

  /**
   * Subscribes the user's address; mails the link again when it was not followed yet.
   *
   * @throws NoVerifiedEmail when there is no address
   * @throws NotificationsFull when the topic takes no more subscriptions
   * @throws AddressInUse when the address is subscribed to other outcomes
   */
  Profile turnOn(Settled settled, Optional<String> email) {
    return settled.state() == NotificationState.ON
        ? settled.profile()
        : subscribe(settled.profile(), email.orElseThrow(NoVerifiedEmail::new));
  }

  /**
   * Ends the user's subscription. One that waits for its confirmation cannot be ended: it is kept
   * in the profile, so that it is known should the user confirm it yet.
   */
  Profile turnOff(Profile profile) {
    String arn = profile.subscriptionArn();
    boolean ended = arn != null && subscriptions.unsubscribe(arn);
    return ended ? profiles.unsubscribed(profile.owner(), arn, false) : profile;
  }

  /** How it stands once it was turned on. */
  NotificationState stateOf(Profile profile) {
    return Optional.ofNullable(profile.subscriptionArn())
        .flatMap(subscriptions::state)
        .filter(NotificationState.ON::equals)
        .orElseGet(() -> waiting(profile));
  }

  /** A former address must not be told, even if somebody confirms its subscription yet. */
  private Profile leave(Profile profile) {
    String arn = profile.subscriptionArn();
    return subscriptions.unsubscribe(arn)
        ? profiles.unsubscribed(profile.owner(), arn, false)
        : profiles.setAside(profile.owner(), arn);
  }

  /** An address that became the user's again has its old subscription. */
  private Profile endAside(Profile profile) {
    String former = profile.formerSubscriptionArn();
    boolean done =
        former != null
            && (former.equals(profile.subscriptionArn()) || subscriptions.unsubscribe(former));
    return done ? profiles.forgetAside(profile.owner(), former) : profile;
  }

  /** A wish outlives the loss of an address; it is fulfilled once another is verified. */
  private Settled resubscribe(Profile profile) {
    Optional<String> email = profile.verifiedEmail();
    if (!profile.notifications() || email.isEmpty()) {
      return new Settled(profile, NotificationState.OFF);
    }
    try {
      Profile subscribed = subscribe(profile, email.get());
      return new Settled(subscribed, stateOf(subscribed));
    } catch (Refusal e) {
      LOG.warn("The new address of {} is not subscribed: {}", profile.owner(), e.getMessage());
      return new Settled(profile, NotificationState.OFF);
    }
  }

  private Profile subscribe(Profile profile, String email) {
    String arn = subscriptions.subscribe(profile.owner(), email);
    return profiles.subscribed(profile.owner(), arn, email, clock.instant());
  }

  private boolean isNew(Profile profile) {
    return clock.instant().isBefore(profile.subscribedAt().plus(UNTIL_KNOWN));
  }

  private static NotificationState waiting(Profile profile) {
    return profile.notifications() && profile.subscriptionArn() != null
        ? NotificationState.PENDING
        : NotificationState.OFF;
  }
}
