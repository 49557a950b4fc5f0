package dev.darkroom.steps;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes one line for people of what a state machine tells as the cause of a failure: the error
 * document of a Lambda function, or plain text.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html">Lambda function
 *     errors in Java</a>
 */
final class FailureCause {
  private static final int LONGEST = 500;
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern ARN = Pattern.compile("\\barn:[^\\s\"'(),;]*[:/]([^\\s\"'(),;:/]+)");
  private static final Pattern REQUEST = Pattern.compile("^RequestId: [0-9a-f-]+ (Error: )?");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

  private FailureCause() {}

  /**
   * Reads a cause.
   *
   * @param cause may be null
   * @return one line of at most 500 characters, with the last part of each ARN alone and without a
   *     stack trace; null when nothing is told
   */
  static String readable(String cause) {
    if (cause == null || cause.isBlank()) {
      return null;
    }
    String message = cause.startsWith("{") ? ofDocument(cause).orElse(cause) : cause;
    String line = message.strip().lines().findFirst().orElse("");
    line = REQUEST.matcher(line).replaceFirst("");
    line = ARN.matcher(line).replaceAll("$1");
    return shortened(SPACE.matcher(line).replaceAll(" ").strip());
  }

  /** Step Functions cuts a long cause off, within the stack trace: what comes before is read. */
  private static Optional<String> ofDocument(String document) {
    String type = null;
    try (JsonParser parser = JSON.createParser(document)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        String text = parser.nextTextValue();
        if (text == null) {
          parser.skipChildren();
        } else if (field.equals("errorMessage") && !text.isBlank()) {
          return Optional.of(text);
        } else if (field.equals("errorType")) {
          type = text;
        }
      }
    } catch (IOException e) {
      return Optional.ofNullable(type);
    }
    return Optional.ofNullable(type);
  }

  private static String shortened(String line) {
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = LONGEST - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
