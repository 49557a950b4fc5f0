package dev.darkroom.api.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.FilterPolicyLimitExceededException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SubscriptionLimitExceededException;

/**
 * Subscriptions of users' addresses to the topic of outcomes, each filtered to its user's own.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html">Subscribe</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-delete-subscription-topic.html">
 *     Deleting a subscription</a>
 */
public final class Subscriptions {
  private static final String PENDING = "PendingConfirmation";

  private final SnsClient sns;
  private final String topicArn;

  public Subscriptions(SnsClient sns, String topicArn) {
    this.sns = sns;
    this.topicArn = topicArn;
  }

  /**
   * Subscribes an address, and mails it a link that confirms. An address that is subscribed and has
   * not confirmed is mailed again; one that has is left as it is.
   *
   * @param owner whose outcomes are told
   * @return the subscription's ARN
   * @throws NotificationsFull when the topic takes no more subscriptions
   * @throws AddressInUse when the address is subscribed to other outcomes than these
   */
  String subscribe(String owner, String email) {
    try {
      return sns.subscribe(
              subscribe ->
                  subscribe
                      .topicArn(topicArn)
                      .protocol("email")
                      .endpoint(email)
                      .attributes(Map.of("FilterPolicy", filterPolicy(owner)))
                      .returnSubscriptionArn(true))
          .subscriptionArn();
    } catch (FilterPolicyLimitExceededException | SubscriptionLimitExceededException e) {
      throw new NotificationsFull();
    } catch (InvalidParameterException e) {
      if (e.getMessage().contains("already exists with different attributes")) {
        throw new AddressInUse();
      }
      throw e;
    }
  }

  /**
   * Whether a subscription waits for its confirmation or brings mail; empty when it has ended: the
   * link in a mail was followed that ends it, or that confirms it was not within 48 hours.
   */
  Optional<NotificationState> state(String subscriptionArn) {
    try {
      boolean pending =
          Boolean.parseBoolean(
              sns.getSubscriptionAttributes(get -> get.subscriptionArn(subscriptionArn))
                  .attributes()
                  .get(PENDING));
      return Optional.of(pending ? NotificationState.PENDING : NotificationState.ON);
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /**
   * Ends a subscription. One that was never confirmed cannot be ended; SNS forgets it after 48
   * hours.
   *
   * @return whether it has ended
   */
  boolean unsubscribe(String subscriptionArn) {
    try {
      sns.unsubscribe(unsubscribe -> unsubscribe.subscriptionArn(subscriptionArn));
      return true;
    } catch (NotFoundException e) {
      return true;
    } catch (InvalidParameterException e) {
      if (e.getMessage().contains("pending confirmation")) {
        return false;
      }
      throw e;
    }
  }

  private static String filterPolicy(String owner) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return json.objectNode().set("owner", json.arrayNode().add(owner)).toString();
  }
}
