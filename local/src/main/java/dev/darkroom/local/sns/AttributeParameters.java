package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.sqs.MessageAttribute;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Message attributes as Publish's parameters.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">Amazon SNS
 *     message attributes</a>
 */
final class AttributeParameters {
  private static final Pattern NAME =
      Pattern.compile("(?!\\.)(?!.*\\.\\.)(?i:(?!aws\\.|amazon\\.))[A-Za-z0-9_.-]{1,256}(?<!\\.)");
  private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\.[^\\s]{1,249})?");

  private AttributeParameters() {}

  static Map<String, MessageAttribute> read(List<QueryRequest> entries) {
    Map<String, MessageAttribute> attributes = new TreeMap<>();
    for (QueryRequest entry : entries) {
      String name = entry.required("Name");
      attributes.put(name, attribute(name, entry));
    }
    return attributes;
  }

  /** Bytes of names, types and values. */
  static int size(Map<String, MessageAttribute> attributes) {
    int size = 0;
    for (Map.Entry<String, MessageAttribute> entry : attributes.entrySet()) {
      MessageAttribute attribute = entry.getValue();
      size += bytes(entry.getKey()) + bytes(attribute.dataType());
      size += attribute.binary() ? attribute.binaryValue().length : bytes(attribute.stringValue());
    }
    return size;
  }

  private static MessageAttribute attribute(String name, QueryRequest entry) {
    if (!NAME.matcher(name).matches()) {
      throw invalid("The message attribute name '" + name + "' is invalid.");
    }
    String type = entry.optional("Value.DataType").orElse("");
    if (!TYPE.matcher(type).matches()) {
      throw invalid(
          "The message attribute '"
              + name
              + "' has an invalid message attribute type, the set of supported type prefixes is"
              + " Binary, Number, and String.");
    }
    boolean binary = type.startsWith("Binary");
    String value = entry.optional(binary ? "Value.BinaryValue" : "Value.StringValue").orElse("");
    if (value.isEmpty()) {
      throw invalid(
          "The message attribute '"
              + name
              + "' must contain non-empty message attribute value for message attribute type '"
              + type
              + "'.");
    }
    if (binary) {
      return new MessageAttribute(type, null, decoded(name, value));
    }
    if (type.startsWith("Number")) {
      checkNumber(name, value);
    }
    return new MessageAttribute(type, value, null);
  }

  private static byte[] decoded(String name, String value) {
    try {
      return Base64.getDecoder().decode(value);
    } catch (IllegalArgumentException e) {
      throw invalid("The value of message attribute '" + name + "' is not Base64.");
    }
  }

  private static void checkNumber(String name, String value) {
    try {
      new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw invalid("Could not cast message attribute '" + name + "' value to number.");
    }
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static AwsError invalid(String message) {
    return AwsError.badRequest("ParameterValueInvalid", message);
  }
}
