package dev.darkroom.local.sns;

import dev.darkroom.local.http.AwsError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Publish and PublishBatch. */
final class PublishOperations {
  private static final int MOST_ENTRIES = 10;
  private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private final Topics topics;
  private final Subscriptions subscriptions;
  private final Courier courier;

  PublishOperations(Topics topics, Subscriptions subscriptions, Courier courier) {
    this.topics = topics;
    this.subscriptions = subscriptions;
    this.courier = courier;
  }

  List<XmlElement> publish(QueryRequest request) {
    if (request.optional("PhoneNumber").isPresent()) {
      throw Errors.unsupported("PhoneNumber");
    }
    String arn = request.optional("TopicArn").orElseGet(() -> request.required("TargetArn"));
    Topic topic = topics.get(arn);
    return List.of(messageId(deliver(topic, Publication.of(request))));
  }

  void publish(String topicArn, Publication publication) {
    deliver(topics.get(topicArn), publication);
  }

  List<XmlElement> publishBatch(QueryRequest request) {
    Topic topic = topics.get(request.required("TopicArn"));
    List<QueryRequest> entries = request.list("PublishBatchRequestEntries.member");
    checkBatch(entries);
    List<XmlElement> successful = new ArrayList<>();
    List<XmlElement> failed = new ArrayList<>();
    List<Accepted> accepted = new ArrayList<>();
    int size = 0;
    for (QueryRequest entry : entries) {
      try {
        Publication publication = Publication.of(entry);
        size += publication.size();
        accepted.add(new Accepted(entry.required("Id"), publication));
      } catch (AwsError e) {
        failed.add(failure(entry.required("Id"), e));
      }
    }
    if (size > Publication.MOST_BYTES) {
      throw AwsError.badRequest(
          "BatchRequestTooLong", "The length of all the messages put together is too long.");
    }
    for (Accepted entry : accepted) {
      Message message = deliver(topic, entry.publication());
      successful.add(
          XmlElement.of("member", XmlElement.text("Id", entry.id()), messageId(message)));
    }
    return List.of(XmlElement.of("Successful", successful), XmlElement.of("Failed", failed));
  }

  private record Accepted(String id, Publication publication) {}

  private Message deliver(Topic topic, Publication publication) {
    Message message = publication.to(topic);
    for (Subscription subscription : subscriptions.to(topic)) {
      if (subscription.confirmed() && subscription.attributes().accept(message)) {
        courier.deliver(topic, subscription, message);
      }
    }
    return message;
  }

  private static void checkBatch(List<QueryRequest> entries) {
    if (entries.isEmpty()) {
      throw AwsError.badRequest("EmptyBatchRequest", "The batch request has no entries.");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw AwsError.badRequest(
          "TooManyEntriesInBatchRequest",
          "The batch request contains more entries than permissible.");
    }
    Set<String> ids = new HashSet<>();
    for (QueryRequest entry : entries) {
      String id = entry.required("Id");
      if (!ENTRY_ID.matcher(id).matches()) {
        throw AwsError.badRequest(
            "InvalidBatchEntryId", "The Id of a batch entry in a batch request is invalid.");
      }
      if (!ids.add(id)) {
        throw AwsError.badRequest(
            "BatchEntryIdsNotDistinct",
            "Two or more batch entries in the request have the same Id.");
      }
    }
  }

  private static XmlElement failure(String id, AwsError error) {
    return XmlElement.of(
        "member",
        XmlElement.text("Id", id),
        XmlElement.text("Code", error.code()),
        XmlElement.text("Message", error.getMessage()),
        XmlElement.text("SenderFault", "true"));
  }

  private static XmlElement messageId(Message message) {
    return XmlElement.text("MessageId", message.id());
  }
}
