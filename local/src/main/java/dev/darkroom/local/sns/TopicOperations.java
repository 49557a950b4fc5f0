package dev.darkroom.local.sns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations on topics. */
final class TopicOperations {
  private final Topics topics;
  private final Subscriptions subscriptions;

  TopicOperations(Topics topics, Subscriptions subscriptions) {
    this.topics = topics;
    this.subscriptions = subscriptions;
  }

  List<XmlElement> createTopic(QueryRequest request) {
    if (!request.list("Tags.member").isEmpty()) {
      throw Errors.unsupported("Tags");
    }
    if (request.optional("DataProtectionPolicy").isPresent()) {
      throw Errors.unsupported("DataProtectionPolicy");
    }
    Map<String, String> attributes = request.map("Attributes");
    for (String name : attributes.keySet()) {
      if (!name.equals("DisplayName")) {
        throw Errors.invalid("Attributes Reason: " + name + " is not supported locally");
      }
    }
    Topic topic =
        topics.create(request.required("Name"), attributes.getOrDefault("DisplayName", ""));
    return List.of(XmlElement.text("TopicArn", topic.arn()));
  }

  List<XmlElement> deleteTopic(QueryRequest request) {
    String arn = request.required("TopicArn");
    topics.delete(arn);
    subscriptions.unsubscribeAll(arn);
    return List.of();
  }

  List<XmlElement> listTopics(QueryRequest request) {
    Page<Topic> page = topics.page(request.optional("NextToken"));
    List<XmlElement> members =
        page.items().stream()
            .map(topic -> XmlElement.of("member", XmlElement.text("TopicArn", topic.arn())))
            .toList();
    List<XmlElement> result = new ArrayList<>(List.of(XmlElement.of("Topics", members)));
    page.nextToken().ifPresent(token -> result.add(XmlElement.text("NextToken", token)));
    return result;
  }

  List<XmlElement> getTopicAttributes(QueryRequest request) {
    Topic topic = topics.get(request.required("TopicArn"));
    long all = subscriptions.to(topic).size();
    long confirmed = subscriptions.to(topic).stream().filter(Subscription::confirmed).count();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("TopicArn", topic.arn());
    attributes.put("Owner", topics.account());
    attributes.put("DisplayName", topic.displayName());
    attributes.put("SubscriptionsConfirmed", Long.toString(confirmed));
    attributes.put("SubscriptionsPending", Long.toString(all - confirmed));
    attributes.put("SubscriptionsDeleted", "0");
    return List.of(XmlElement.map("Attributes", attributes));
  }
}
