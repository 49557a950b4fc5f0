package dev.darkroom.api.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;

/**
 * Signs custom policies for CloudFront, with SHA-256.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-custom-policy.html">
 *     Create a signed URL using a custom policy</a>
 */
public final class PolicySigner {
  private final SigningKey key;

  public PolicySigner(SigningKey key) {
    this.key = key;
  }

  /**
   * The query that lets whoever has it fetch a resource.
   *
   * @param resource a URL without a query, percent-encoded, in which {@code *} stands for any
   *     characters
   * @param end when it ends; a full second
   */
  String query(String resource, Instant end) {
    byte[] policy =
        ("{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":"
                + "{\"DateLessThan\":{\"AWS:EpochTime\":%d}}}]}")
            .formatted(resource, end.getEpochSecond())
            .getBytes(UTF_8);
    return "Policy="
        + encode(policy)
        + "&Signature="
        + encode(key.sign(policy))
        + "&Key-Pair-Id="
        + key.id()
        + "&Hash-Algorithm=SHA256";
  }

  /** Base64, with CloudFront's own letters for those that a query cannot hold. */
  private static String encode(byte[] bytes) {
    return Base64.getEncoder()
        .encodeToString(bytes)
        .replace('+', '-')
        .replace('=', '_')
        .replace('/', '~');
  }
}
