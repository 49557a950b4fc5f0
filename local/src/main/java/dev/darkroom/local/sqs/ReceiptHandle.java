package dev.darkroom.local.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.http.AwsError;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which receive of which message: after the next receive of the message it is stale. */
record ReceiptHandle(String messageId, int receiveCount) {
  private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})#(\\d{1,9})");

  String encoded() {
    return Base64.getEncoder().encodeToString((messageId + "#" + receiveCount).getBytes(UTF_8));
  }

  static ReceiptHandle decode(String handle) {
    try {
      Matcher parts = FORM.matcher(new String(Base64.getDecoder().decode(handle), UTF_8));
      if (parts.matches()) {
        return new ReceiptHandle(parts.group(1), Integer.parseInt(parts.group(2)));
      }
    } catch (IllegalArgumentException e) {
      throw invalid(handle);
    }
    throw invalid(handle);
  }

  private static AwsError invalid(String handle) {
    return AwsError.badRequest(
        "ReceiptHandleIsInvalid",
        "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
  }
}
