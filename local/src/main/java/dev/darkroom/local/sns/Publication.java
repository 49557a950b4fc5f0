package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.sqs.MessageAttribute;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a caller publishes, checked as SNS checks it.
 *
 * @param size bytes of text and attributes together
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 */
record Publication(
    Optional<String> subject,
    String text,
    Map<String, String> texts,
    Map<String, MessageAttribute> attributes,
    int size) {
  /** In bytes, for one message and for a batch. */
  static final int MOST_BYTES = 262_144;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,99}");

  /**
   * Reads Publish's parameters, or those of one entry of a batch.
   *
   * @throws AwsError when SNS would refuse the message
   */
  static Publication of(QueryRequest request) {
    for (String fifo : List.of("MessageGroupId", "MessageDeduplicationId")) {
      if (request.optional(fifo).isPresent()) {
        throw Errors.unsupported(fifo);
      }
    }
    String text = request.optional("Message").orElse("");
    if (text.isEmpty()) {
      throw Errors.invalid("Empty message");
    }
    Optional<String> subject = request.optional("Subject");
    if (subject.isPresent() && !SUBJECT.matcher(subject.get()).matches()) {
      throw Errors.invalid("Subject");
    }
    Map<String, MessageAttribute> attributes =
        AttributeParameters.read(request.list("MessageAttributes.entry"));
    int size = text.getBytes(UTF_8).length + AttributeParameters.size(attributes);
    if (size > MOST_BYTES) {
      throw Errors.invalid("Message too long");
    }
    Map<String, String> texts = texts(request.optional("MessageStructure"), text);
    return new Publication(subject, texts.getOrDefault("default", text), texts, attributes, size);
  }

  /** What a service publishes: a text, and the same for those who read it in a mail. */
  static Publication of(String subject, String text, String mail) {
    return new Publication(
        Optional.of(subject),
        text,
        Map.of(Protocol.EMAIL.id(), mail),
        Map.of(),
        text.getBytes(UTF_8).length);
  }

  Message to(Topic topic) {
    return new Message(
        UUID.randomUUID().toString(),
        topic.arn(),
        subject,
        text,
        texts,
        attributes,
        Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private static Map<String, String> texts(Optional<String> structure, String text) {
    if (structure.isEmpty()) {
      return Map.of();
    }
    if (!structure.get().equals("json")) {
      throw Errors.invalid("Invalid Message Structure parameter: " + structure.get());
    }
    Map<String, String> texts = new HashMap<>();
    try {
      for (Map.Entry<String, JsonNode> entry : JSON.readTree(text).properties()) {
        if (entry.getValue().isTextual()) {
          texts.put(entry.getKey(), entry.getValue().asText());
        }
      }
    } catch (JsonProcessingException e) {
      throw Errors.invalid("Message Structure - JSON message body failed to parse");
    }
    if (!texts.containsKey("default")) {
      throw Errors.invalid("Message Structure - No default entry in JSON message body");
    }
    return texts;
  }
}
