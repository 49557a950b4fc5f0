package dev.darkroom.local.sqs;

/**
 * An attribute beside a message's body, as SNS and SQS both have it.
 *
 * @param dataType {@code String}, {@code Number} or {@code Binary}, or one of these with a custom
 *     suffix, as {@code Number.float}
 * @param stringValue the value of strings and numbers, otherwise null
 * @param binaryValue the value of {@code Binary}, otherwise null
 */
public record MessageAttribute(String dataType, String stringValue, byte[] binaryValue) {

  /** A string attribute. */
  public static MessageAttribute string(String value) {
    return new MessageAttribute("String", value, null);
  }

  /** Whether the value is in {@link #binaryValue}. */
  public boolean binary() {
    return dataType.startsWith("Binary");
  }
}
