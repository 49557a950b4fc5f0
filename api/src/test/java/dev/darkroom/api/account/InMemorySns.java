package dev.darkroom.api.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.FilterPolicyLimitExceededException;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/** One topic's subscriptions by e-mail, with SNS's rules and errors. */
final class InMemorySns implements SnsClient {
  /** One address's subscription. */
  static final class Subscription {
    final String arn;
    final Map<String, String> attributes;
    int mails;
    boolean confirmed;

    Subscription(String arn, Map<String, String> attributes) {
      this.arn = arn;
      this.attributes = Map.copyOf(attributes);
    }
  }

  private final Map<String, Subscription> byEmail = new LinkedHashMap<>();
  private int made;
  private int most = 200;

  void allow(int subscriptions) {
    most = subscriptions;
  }

  Optional<Subscription> of(String email) {
    return Optional.ofNullable(byEmail.get(email));
  }

  void confirm(String email) {
    byEmail.get(email).confirmed = true;
  }

  /** The link in a mail was followed, or 48 hours passed. */
  void end(String email) {
    byEmail.remove(email);
  }

  @Override
  public SubscribeResponse subscribe(SubscribeRequest request) {
    Subscription known = byEmail.get(request.endpoint());
    if (known != null && !known.attributes.equals(request.attributes())) {
      throw InvalidParameterException.builder()
          .message(
              "Invalid parameter: Attributes Reason: Subscription already exists with different"
                  + " attributes")
          .build();
    }
    if (known == null && byEmail.size() == most) {
      throw FilterPolicyLimitExceededException.builder().message("too many").build();
    }
    Subscription subscription =
        byEmail.computeIfAbsent(
            request.endpoint(),
            email -> new Subscription(request.topicArn() + ":" + ++made, request.attributes()));
    if (!subscription.confirmed) {
      subscription.mails++;
    }
    String arn =
        subscription.confirmed || request.returnSubscriptionArn()
            ? subscription.arn
            : "pending confirmation";
    return SubscribeResponse.builder().subscriptionArn(arn).build();
  }

  @Override
  public GetSubscriptionAttributesResponse getSubscriptionAttributes(
      GetSubscriptionAttributesRequest request) {
    Subscription subscription =
        find(request.subscriptionArn())
            .orElseThrow(
                () ->
                    NotFoundException.builder()
                        .message("Subscription does not exist")
                        .statusCode(404)
                        .build());
    return GetSubscriptionAttributesResponse.builder()
        .attributes(Map.of("PendingConfirmation", Boolean.toString(!subscription.confirmed)))
        .build();
  }

  @Override
  public UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
    if (find(request.subscriptionArn()).filter(found -> !found.confirmed).isPresent()) {
      throw InvalidParameterException.builder()
          .message(
              "Invalid parameter: SubscriptionArn Reason: Cannot unsubscribe a subscription that is"
                  + " pending confirmation")
          .build();
    }
    byEmail.values().removeIf(found -> found.arn.equals(request.subscriptionArn()));
    return UnsubscribeResponse.builder().build();
  }

  private Optional<Subscription> find(String arn) {
    return byEmail.values().stream().filter(found -> found.arn.equals(arn)).findFirst();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
