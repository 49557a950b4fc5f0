package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.function.Supplier;

/** The links that mails carry, back to the endpoint itself. */
record Links(Supplier<URI> endpoint) {

  String confirm(Subscription subscription) {
    return endpoint.get().resolve("/")
        + "?Action=ConfirmSubscription&TopicArn="
        + URLEncoder.encode(subscription.topicArn(), UTF_8)
        + "&Token="
        + subscription.token();
  }

  String unsubscribe(Subscription subscription) {
    return endpoint.get().resolve("/")
        + "?Action=Unsubscribe&SubscriptionArn="
        + URLEncoder.encode(subscription.arn(), UTF_8);
  }
}
