package dev.darkroom.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.AwsError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations on queues. */
final class QueueOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_LISTED = 1_000;

  private final Queues queues;

  QueueOperations(Queues queues) {
    this.queues = queues;
  }

  JsonNode createQueue(JsonNode request) {
    Parameters.refuse(request, "tags");
    Map<String, String> attributes = new LinkedHashMap<>();
    request
        .path("Attributes")
        .properties()
        .forEach(entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
    String name = Parameters.required(request, "QueueName");
    queues.createQueue(name, attributes);
    return url(queues.named(name));
  }

  JsonNode getQueueUrl(JsonNode request) {
    return url(queues.named(Parameters.required(request, "QueueName")));
  }

  JsonNode listQueues(JsonNode request) {
    int most = Parameters.number(request, "MaxResults", 1, MOST_LISTED).orElse(MOST_LISTED);
    List<Queue> found =
        queues.list(request.path("QueueNamePrefix").asText(), request.path("NextToken").asText());
    ObjectNode answer = JSON.objectNode();
    ArrayNode urls = answer.putArray("QueueUrls");
    found.stream().limit(most).forEach(queue -> urls.add(queues.url(queue).toString()));
    if (found.size() > most) {
      answer.put("NextToken", found.get(most - 1).name());
    }
    return answer;
  }

  JsonNode getQueueAttributes(JsonNode request) {
    Queue queue = Parameters.queue(queues, request);
    Map<String, String> all = attributes(queue);
    ObjectNode answer = JSON.objectNode();
    ObjectNode chosen = answer.putObject("Attributes");
    for (JsonNode wanted : request.path("AttributeNames")) {
      String name = wanted.asText();
      if (name.equals("All")) {
        all.forEach(chosen::put);
      } else if (all.containsKey(name)) {
        chosen.put(name, all.get(name));
      } else {
        throw AwsError.badRequest(
            "InvalidAttributeName", "The queue attribute " + name + " is not supported locally.");
      }
    }
    return answer;
  }

  JsonNode purgeQueue(JsonNode request) {
    Parameters.queue(queues, request).purge();
    return JSON.objectNode();
  }

  private static Map<String, String> attributes(Queue queue) {
    Map<String, String> attributes = new LinkedHashMap<>();
    queue.settings().values().forEach((name, value) -> attributes.put(name, value.toString()));
    Queue.Counts counts = queue.counts();
    attributes.put("ApproximateNumberOfMessages", Integer.toString(counts.visible()));
    attributes.put("ApproximateNumberOfMessagesNotVisible", Integer.toString(counts.inFlight()));
    attributes.put("ApproximateNumberOfMessagesDelayed", Integer.toString(counts.delayed()));
    String created = Long.toString(queue.createdAt().getEpochSecond());
    attributes.put("CreatedTimestamp", created);
    attributes.put("LastModifiedTimestamp", created);
    attributes.put("QueueArn", queue.arn());
    return attributes;
  }

  private JsonNode url(Queue queue) {
    return JSON.objectNode().put("QueueUrl", queues.url(queue).toString());
  }
}
