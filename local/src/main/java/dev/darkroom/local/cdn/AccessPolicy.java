package dev.darkroom.local.cdn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;

/**
 * What a signed URL allows.
 *
 * @param resource the URL; {@code *} stands for any characters, {@code ?} for one
 * @param begin the second from which on it may be used
 * @param end the second before which it may be used
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-custom-policy.html">
 *     Create a signed URL using a custom policy</a>
 */
record AccessPolicy(String resource, Instant begin, Instant end) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TIME = "/AWS:EpochTime";

  /**
   * Reads a policy.
   *
   * @throws Denied when it is none
   * @throws UnsupportedOperationException when it names addresses, which are not checked here
   */
  static AccessPolicy read(String text) {
    JsonNode statements = json(text).path("Statement");
    JsonNode conditions = statements.path(0).path("Condition");
    JsonNode end = conditions.at("/DateLessThan" + TIME);
    if (statements.size() != 1 || !end.isIntegralNumber()) {
      throw malformed();
    }
    if (conditions.has("IpAddress")) {
      throw new UnsupportedOperationException("IpAddress in a policy is not supported locally.");
    }
    return new AccessPolicy(
        statements.path(0).path("Resource").asText("*"),
        Instant.ofEpochSecond(conditions.at("/DateGreaterThan" + TIME).asLong(0)),
        Instant.ofEpochSecond(end.asLong()));
  }

  /** The text that is signed when a URL says when it ends, and nothing else. */
  static String canned(String resource, String end) {
    return "{\"Statement\":[{\"Resource\":\""
        + resource
        + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
        + end
        + "}}}]}";
  }

  /** Whether it lets a URL be fetched at a time. */
  boolean allows(String url, Instant now) {
    return !now.isBefore(begin) && now.isBefore(end) && Wildcard.matches(resource, url);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw malformed();
    }
  }

  private static Denied malformed() {
    return new Denied("MalformedPolicy", "Malformed Policy");
  }
}
