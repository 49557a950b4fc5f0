package dev.darkroom.local.cdn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A URL taken apart.
 *
 * @param url without what the signature added
 * @param policy the text that was signed
 * @param signature its signature
 * @param keyId the id of the key that signed it
 * @param hash {@code SHA1} or {@code SHA256}
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-canned-policy.html">
 *     Create a signed URL using a canned policy</a>
 */
record SignedUrl(String url, String policy, byte[] signature, String keyId, String hash) {
  private static final Set<String> ADDED =
      Set.of("Policy", "Expires", "Signature", "Key-Pair-Id", "Hash-Algorithm");

  /**
   * Takes a request's URL apart.
   *
   * @param site scheme and host, as the viewer called them
   * @param uri path and query
   * @throws Denied when a part of the signature is missing or cannot be read
   */
  static SignedUrl of(String site, URI uri) {
    Map<String, String> query = new LinkedHashMap<>();
    if (uri.getRawQuery() != null) {
      for (String parameter : uri.getRawQuery().split("&")) {
        String[] pair = parameter.split("=", 2);
        query.put(pair[0], pair.length < 2 ? "" : pair[1]);
      }
    }
    String own =
        query.entrySet().stream()
            .filter(parameter -> !ADDED.contains(parameter.getKey()))
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&"));
    String url = site + uri.getRawPath() + (own.isEmpty() ? "" : "?" + own);
    String keyId = required(query, "Key-Pair-Id", "MissingKey");
    return new SignedUrl(
        url,
        policy(url, query),
        decode(required(query, "Signature", "MissingSignature"), "Signature"),
        keyId,
        hash(query));
  }

  private static String policy(String url, Map<String, String> query) {
    if (query.containsKey("Policy")) {
      return new String(decode(query.get("Policy"), "Policy"), UTF_8);
    }
    String end = required(query, "Expires", "MissingPolicy");
    if (!end.matches("\\d{1,12}")) {
      throw new Denied("MalformedPolicy", "Malformed Policy");
    }
    return AccessPolicy.canned(url, end);
  }

  private static String hash(Map<String, String> query) {
    String hash = query.getOrDefault("Hash-Algorithm", "SHA1");
    if (!hash.equals("SHA1") && !hash.equals("SHA256")) {
      throw Denied.access();
    }
    return hash;
  }

  private static String required(Map<String, String> query, String name, String code) {
    String value = query.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new Denied(code, "Missing " + name + " query parameter or cookie value");
    }
    return value;
  }

  /** CloudFront's Base64 has letters of its own for those that a query cannot hold. */
  private static byte[] decode(String text, String name) {
    try {
      return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
    } catch (IllegalArgumentException e) {
      throw new Denied("Malformed" + name, "Could not unencode " + name);
    }
  }
}
