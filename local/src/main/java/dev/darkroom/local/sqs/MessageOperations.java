package dev.darkroom.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The operations on messages. */
final class MessageOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Queues queues;

  MessageOperations(Queues queues) {
    this.queues = queues;
  }

  JsonNode sendMessage(JsonNode request) {
    Queue queue = Parameters.queue(queues, request);
    List.of("MessageSystemAttributes", "MessageDeduplicationId", "MessageGroupId")
        .forEach(name -> Parameters.refuse(request, name));
    String body = Parameters.required(request, "MessageBody");
    Map<String, MessageAttribute> attributes =
        AttributeJson.read(request.path("MessageAttributes"));
    OptionalInt delay = Parameters.number(request, "DelaySeconds");
    String id =
        queue.send(
            body,
            attributes,
            delay.isPresent() ? QueueSettings.delay(delay.getAsInt()) : queue.settings().delay());
    ObjectNode answer =
        JSON.objectNode().put("MessageId", id).put("MD5OfMessageBody", Checksum.of(body));
    if (!attributes.isEmpty()) {
      answer.put("MD5OfMessageAttributes", Checksum.of(attributes));
    }
    return answer;
  }

  JsonNode receiveMessage(JsonNode request) {
    Queue queue = Parameters.queue(queues, request);
    int most = Parameters.number(request, "MaxNumberOfMessages", 1, 10).orElse(1);
    OptionalInt visibility = Parameters.number(request, "VisibilityTimeout");
    OptionalInt wait = Parameters.number(request, "WaitTimeSeconds");
    List<ReceivedMessage> received =
        receive(
            queue,
            most,
            visibility.isPresent()
                ? QueueSettings.visibilityTimeout(visibility.getAsInt())
                : queue.settings().visibilityTimeout(),
            wait.isPresent()
                ? QueueSettings.waitTime(wait.getAsInt())
                : queue.settings().waitTime());
    ObjectNode answer = JSON.objectNode();
    if (!received.isEmpty()) {
      ArrayNode messages = answer.putArray("Messages");
      received.forEach(message -> messages.add(json(message, request)));
    }
    return answer;
  }

  JsonNode deleteMessage(JsonNode request) {
    Parameters.queue(queues, request).delete(Parameters.required(request, "ReceiptHandle"));
    return JSON.objectNode();
  }

  JsonNode changeMessageVisibility(JsonNode request) {
    int seconds = Parameters.number(request, "VisibilityTimeout").orElse(0);
    Parameters.queue(queues, request)
        .changeVisibility(
            Parameters.required(request, "ReceiptHandle"),
            QueueSettings.visibilityTimeout(seconds));
    return JSON.objectNode();
  }

  private static List<ReceivedMessage> receive(
      Queue queue, int most, Duration visibilityTimeout, Duration wait) {
    try {
      return queue.receive(most, visibilityTimeout, wait);
    } catch (InterruptedException e) {
      // The server stops: a long poll then ends as if its time were up.
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private ObjectNode json(ReceivedMessage message, JsonNode request) {
    ObjectNode json =
        JSON.objectNode()
            .put("MessageId", message.id())
            .put("ReceiptHandle", message.receiptHandle())
            .put("MD5OfBody", Checksum.of(message.body()))
            .put("Body", message.body());
    Map<String, String> system =
        Map.of(
            "SenderId", queues.account(),
            "SentTimestamp", Long.toString(message.sentAt().toEpochMilli()),
            "ApproximateReceiveCount", Integer.toString(message.receiveCount()),
            "ApproximateFirstReceiveTimestamp",
                Long.toString(message.firstReceivedAt().toEpochMilli()));
    ObjectNode chosen = JSON.objectNode();
    for (String list : List.of("AttributeNames", "MessageSystemAttributeNames")) {
      request.path(list).forEach(name -> choose(system, name.asText(), chosen));
    }
    if (!chosen.isEmpty()) {
      json.set("Attributes", chosen);
    }
    Map<String, MessageAttribute> attributes =
        AttributeJson.chosen(message.attributes(), request.path("MessageAttributeNames"));
    if (!attributes.isEmpty()) {
      json.put("MD5OfMessageAttributes", Checksum.of(attributes));
      json.set("MessageAttributes", AttributeJson.write(attributes));
    }
    return json;
  }

  private static void choose(Map<String, String> all, String name, ObjectNode to) {
    if (name.equals("All")) {
      all.forEach(to::put);
    } else if (all.containsKey(name)) {
      to.put(name, all.get(name));
    }
  }
}
