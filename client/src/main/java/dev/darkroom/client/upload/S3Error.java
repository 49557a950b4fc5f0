package dev.darkroom.client.upload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error document of S3, as far as a person wants it.
 *
 * @param code for programs
 * @param message for people
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error
 *     responses</a>
 */
record S3Error(String code, String message) {
  private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
  private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

  static S3Error of(String body) {
    return new S3Error(find(CODE, body), find(MESSAGE, body));
  }

  boolean isBadDigest() {
    return code.equals("BadDigest") || code.equals("XAmzContentChecksumMismatch");
  }

  boolean isExpiry() {
    return code.equals("AccessDenied") && message.contains("expired");
  }

  @Override
  public String toString() {
    return code.isEmpty() ? "it answered no reason" : code + ", " + message.replaceAll("\\.$", "");
  }

  private static String find(Pattern element, String body) {
    Matcher matcher = element.matcher(body);
    return matcher.find() ? matcher.group(1) : "";
  }
}
