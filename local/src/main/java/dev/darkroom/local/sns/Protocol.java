package dev.darkroom.local.sns;

import dev.darkroom.local.http.AwsError;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** How a subscription's notifications are delivered. */
enum Protocol {
  EMAIL("email"),
  EMAIL_JSON("email-json"),
  SQS("sqs");

  private static final Set<String> ON_AWS_ONLY =
      Set.of("http", "https", "sms", "application", "lambda", "firehose");
  private static final Pattern QUEUE_ARN = Pattern.compile("arn:aws:sqs:[^:]+:\\d{12}:[^:]+");

  private final String id;

  Protocol(String id) {
    this.id = id;
  }

  /** The protocol by the name that SNS's API has for it. */
  static Protocol of(String id) {
    return Arrays.stream(values())
        .filter(protocol -> protocol.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Errors.invalid(
                    ON_AWS_ONLY.contains(id)
                        ? "Protocol Reason: " + id + " is not supported locally"
                        : "Amazon SNS does not support this protocol string: " + id));
  }

  String id() {
    return id;
  }

  /** Whether a person must confirm before anything is delivered. */
  boolean mail() {
    return this != SQS;
  }

  /**
   * Checks an endpoint of this protocol.
   *
   * @throws AwsError when the endpoint has another form
   */
  void checkEndpoint(String endpoint) {
    if (this == SQS) {
      if (!QUEUE_ARN.matcher(endpoint).matches()) {
        throw Errors.invalid("SQS endpoint ARN");
      }
      return;
    }
    try {
      new InternetAddress(endpoint, true);
    } catch (AddressException e) {
      throw Errors.invalid("Email address");
    }
    if (endpoint.indexOf('@') < 1) {
      throw Errors.invalid("Email address");
    }
  }
}
