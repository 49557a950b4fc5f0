package dev.darkroom.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.journal.Entry;
import dev.darkroom.local.journal.Outbox;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The subscriptions in an outbox: who asked to be told need not ask again after a restart. */
final class KeptSubscriptions {
  private final Outbox outbox;
  private final Map<String, Long> numbers = new ConcurrentHashMap<>();

  KeptSubscriptions(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The subscriptions that an earlier process left, by ARN. */
  Map<String, Subscription> leftovers() {
    Map<String, Subscription> subscriptions = new HashMap<>();
    for (Entry entry : outbox.leftovers()) {
      Subscription subscription = read(entry.content());
      numbers.put(subscription.arn(), entry.number());
      subscriptions.put(subscription.arn(), subscription);
    }
    return subscriptions;
  }

  void add(Subscription subscription) {
    numbers.put(subscription.arn(), outbox.add(json(subscription)));
  }

  void changed(Subscription subscription) {
    Long number = numbers.get(subscription.arn());
    if (number != null) {
      outbox.replace(number, json(subscription));
    }
  }

  void remove(Subscription subscription) {
    Long number = numbers.remove(subscription.arn());
    if (number != null) {
      outbox.remove(number);
    }
  }

  private static ObjectNode json(Subscription subscription) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("arn", subscription.arn());
    json.put("topicArn", subscription.topicArn());
    json.put("protocol", subscription.protocol().id());
    json.put("endpoint", subscription.endpoint());
    json.put("token", subscription.token());
    json.put("askedAt", subscription.askedAt().toString());
    ObjectNode attributes = json.putObject("attributes");
    subscription.attributes().shown().forEach(attributes::put);
    json.put("confirmed", subscription.confirmed());
    json.put("signed", subscription.confirmationAuthenticated());
    return json.put("unsubscribeNeedsSignature", subscription.unsubscribeNeedsSignature());
  }

  private static Subscription read(JsonNode json) {
    Protocol protocol = Protocol.of(json.path("protocol").asText());
    Map<String, String> attributes = new HashMap<>();
    json.path("attributes")
        .properties()
        .forEach(entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
    Subscription subscription;
    try {
      subscription =
          new Subscription(
              json.path("arn").asText(),
              json.path("topicArn").asText(),
              protocol,
              json.path("endpoint").asText(),
              json.path("token").asText(),
              Instant.parse(json.path("askedAt").asText()),
              SubscriptionAttributes.of(protocol, attributes));
    } catch (InvalidAttribute e) {
      throw new IllegalStateException("A subscription that was kept is wrong: " + json, e);
    }
    if (json.path("confirmed").asBoolean()) {
      subscription.confirm(
          json.path("signed").asBoolean(), json.path("unsubscribeNeedsSignature").asBoolean());
    }
    return subscription;
  }
}
