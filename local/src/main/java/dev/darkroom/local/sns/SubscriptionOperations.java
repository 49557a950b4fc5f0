package dev.darkroom.local.sns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations on subscriptions. */
final class SubscriptionOperations {
  private final Topics topics;
  private final Subscriptions subscriptions;
  private final Courier courier;

  SubscriptionOperations(Topics topics, Subscriptions subscriptions, Courier courier) {
    this.topics = topics;
    this.subscriptions = subscriptions;
    this.courier = courier;
  }

  Subscription subscribe(
      String topicArn, String protocol, String endpoint, Map<String, String> attributes) {
    Topic topic = topics.get(topicArn);
    Subscription subscription;
    try {
      subscription = subscriptions.subscribe(topic, Protocol.of(protocol), endpoint, attributes);
    } catch (InvalidAttribute e) {
      throw Errors.invalid("Attributes Reason: " + e.getMessage());
    }
    if (!subscription.confirmed()) {
      courier.askToConfirm(topic, subscription);
    }
    return subscription;
  }

  List<XmlElement> subscribe(QueryRequest request) {
    Subscription subscription =
        subscribe(
            request.required("TopicArn"),
            request.required("Protocol"),
            request.required("Endpoint"),
            request.map("Attributes"));
    boolean known = subscription.confirmed() || request.flag("ReturnSubscriptionArn");
    return arn(known ? subscription.arn() : "pending confirmation");
  }

  List<XmlElement> confirmSubscription(QueryRequest request) {
    Topic topic = topics.get(request.required("TopicArn"));
    Subscription subscription =
        subscriptions.confirm(
            topic,
            request.required("Token"),
            request.signed(),
            request.flag("AuthenticateOnUnsubscribe"));
    return arn(subscription.arn());
  }

  List<XmlElement> unsubscribe(QueryRequest request) {
    subscriptions.unsubscribe(request.required("SubscriptionArn"), request.signed());
    return List.of();
  }

  List<XmlElement> listSubscriptions(QueryRequest request) {
    return list(subscriptions.page(request.optional("NextToken")));
  }

  List<XmlElement> listSubscriptionsByTopic(QueryRequest request) {
    Topic topic = topics.get(request.required("TopicArn"));
    return list(subscriptions.page(topic, request.optional("NextToken")));
  }

  List<XmlElement> getSubscriptionAttributes(QueryRequest request) {
    Subscription subscription = subscriptions.get(request.required("SubscriptionArn"));
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("SubscriptionArn", subscription.arn());
    attributes.put("TopicArn", subscription.topicArn());
    attributes.put("Owner", topics.account());
    attributes.put("Protocol", subscription.protocol().id());
    attributes.put("Endpoint", subscription.endpoint());
    attributes.put("PendingConfirmation", Boolean.toString(!subscription.confirmed()));
    attributes.put(
        "ConfirmationWasAuthenticated", Boolean.toString(subscription.confirmationAuthenticated()));
    attributes.putAll(subscription.attributes().shown());
    return List.of(XmlElement.map("Attributes", attributes));
  }

  List<XmlElement> setSubscriptionAttributes(QueryRequest request) {
    try {
      subscriptions.setAttribute(
          request.required("SubscriptionArn"),
          request.required("AttributeName"),
          request.optional("AttributeValue").orElse(""));
    } catch (InvalidAttribute e) {
      throw Errors.invalid(e.getMessage());
    }
    return List.of();
  }

  private List<XmlElement> list(Page<Subscription> page) {
    List<XmlElement> members = page.items().stream().map(this::member).toList();
    List<XmlElement> result = new ArrayList<>(List.of(XmlElement.of("Subscriptions", members)));
    page.nextToken().ifPresent(token -> result.add(XmlElement.text("NextToken", token)));
    return result;
  }

  private XmlElement member(Subscription subscription) {
    return XmlElement.of(
        "member",
        XmlElement.text("SubscriptionArn", subscription.shownArn()),
        XmlElement.text("TopicArn", subscription.topicArn()),
        XmlElement.text("Owner", topics.account()),
        XmlElement.text("Protocol", subscription.protocol().id()),
        XmlElement.text("Endpoint", subscription.endpoint()));
  }

  private static List<XmlElement> arn(String arn) {
    return List.of(XmlElement.text("SubscriptionArn", arn));
  }
}
