package dev.darkroom.local.sqs;

import dev.darkroom.local.http.AwsError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What CreateQueue may set, in seconds and bytes, by SQS's own attribute names.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">CreateQueue</a>
 */
record QueueSettings(Map<String, Integer> values) {
  private record Range(int least, int most, int otherwise) {}

  private static final String VISIBILITY_TIMEOUT = "VisibilityTimeout";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Map<String, Range> RANGES =
      Map.of(
          VISIBILITY_TIMEOUT,
          new Range(0, 43_200, 30),
          "MessageRetentionPeriod",
          new Range(60, 1_209_600, 345_600),
          "DelaySeconds",
          new Range(0, 900, 0),
          "ReceiveMessageWaitTimeSeconds",
          new Range(0, 20, 0),
          "MaximumMessageSize",
          new Range(1_024, 1_048_576, 1_048_576));

  /** The settings given, and SQS's defaults for the rest. */
  static QueueSettings of(Map<String, String> given) {
    Map<String, Integer> values = new LinkedHashMap<>();
    RANGES.forEach((name, range) -> values.put(name, range.otherwise()));
    given.forEach((name, value) -> values.put(name, checked(name, value)));
    return new QueueSettings(Map.copyOf(values));
  }

  /** Whether a queue with these settings is what the caller of CreateQueue asks for. */
  boolean agreeWith(Map<String, String> given) {
    return given.entrySet().stream()
        .allMatch(
            entry -> values.get(entry.getKey()).equals(checked(entry.getKey(), entry.getValue())));
  }

  /** Checks a visibility timeout that a call brings with it, in seconds. */
  static Duration visibilityTimeout(int seconds) {
    return Duration.ofSeconds(checked(VISIBILITY_TIMEOUT, Integer.toString(seconds)));
  }

  /** Checks a delay that a call brings with it, in seconds. */
  static Duration delay(int seconds) {
    return Duration.ofSeconds(checked("DelaySeconds", Integer.toString(seconds)));
  }

  /** Checks a time to wait for messages that a call brings with it, in seconds. */
  static Duration waitTime(int seconds) {
    return Duration.ofSeconds(checked("ReceiveMessageWaitTimeSeconds", Integer.toString(seconds)));
  }

  Duration visibilityTimeout() {
    return seconds(VISIBILITY_TIMEOUT);
  }

  Duration retention() {
    return seconds("MessageRetentionPeriod");
  }

  Duration delay() {
    return seconds("DelaySeconds");
  }

  Duration waitTime() {
    return seconds("ReceiveMessageWaitTimeSeconds");
  }

  int maximumMessageSize() {
    return values.get("MaximumMessageSize");
  }

  private Duration seconds(String name) {
    return Duration.ofSeconds(values.get(name));
  }

  private static int checked(String name, String value) {
    Range range = RANGES.get(name);
    if (range == null) {
      throw AwsError.badRequest(
          "InvalidAttributeName", "The queue attribute " + name + " is not supported locally.");
    }
    int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
    if (number < range.least() || number > range.most()) {
      throw AwsError.badRequest(
          "InvalidAttributeValue",
          "Invalid value for the parameter "
              + name
              + ": it must be between "
              + range.least()
              + " and "
              + range.most()
              + ".");
    }
    return number;
  }
}
