package dev.darkroom.local.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.http.AwsError;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a message must be for SQS to take it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
 */
final class MessageRules {
  private static final int MOST_ATTRIBUTES = 10;
  private static final Pattern NAME = Pattern.compile("(?!\\.)[A-Za-z0-9_.-]{1,256}(?<!\\.)");
  private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..{1,249})?");

  private MessageRules() {}

  static void check(String body, Map<String, MessageAttribute> attributes, int maximumSize) {
    if (body.isEmpty()) {
      throw AwsError.badRequest(
          "MissingParameter", "The request must contain the parameter MessageBody.");
    }
    if (!body.codePoints().allMatch(MessageRules::allowed)) {
      throw AwsError.badRequest(
          "InvalidMessageContents", "The message contains characters outside the allowed set.");
    }
    if (attributes.size() > MOST_ATTRIBUTES) {
      throw invalid("A message can have at most " + MOST_ATTRIBUTES + " attributes.");
    }
    attributes.forEach(MessageRules::check);
    if (size(body, attributes) > maximumSize) {
      throw invalid(
          "One or more parameters are invalid. Reason: Message must be shorter than "
              + maximumSize
              + " bytes.");
    }
  }

  private static void check(String name, MessageAttribute attribute) {
    if (!NAME.matcher(name).matches()) {
      throw invalid("The message attribute name '" + name + "' is invalid.");
    }
    if (!TYPE.matcher(attribute.dataType()).matches()) {
      throw invalid(
          "The type of message attribute '"
              + name
              + "' is invalid. You must use only the following supported type prefixes: Binary, Number, String.");
    }
    boolean empty =
        attribute.binary()
            ? attribute.binaryValue() == null || attribute.binaryValue().length == 0
            : attribute.stringValue() == null || attribute.stringValue().isEmpty();
    if (empty) {
      throw invalid("The message attribute '" + name + "' must contain a non-empty value.");
    }
  }

  private static int size(String body, Map<String, MessageAttribute> attributes) {
    int size = body.getBytes(UTF_8).length;
    for (Map.Entry<String, MessageAttribute> entry : attributes.entrySet()) {
      MessageAttribute attribute = entry.getValue();
      size += entry.getKey().getBytes(UTF_8).length + attribute.dataType().getBytes(UTF_8).length;
      size +=
          attribute.binary()
              ? attribute.binaryValue().length
              : attribute.stringValue().getBytes(UTF_8).length;
    }
    return size;
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static AwsError invalid(String message) {
    return AwsError.badRequest("InvalidParameterValue", message);
  }
}
