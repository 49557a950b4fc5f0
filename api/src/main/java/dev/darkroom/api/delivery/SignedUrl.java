package dev.darkroom.api.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;

/**
 * A presigned URL.
 *
 * @param url the URL with its signature
 * @param headers what must be sent with it, to the letter; names in lower case. {@code host} is not
 *     among them: it is the URL's own
 * @param expiresAt when the URL ends. It ends sooner if the credentials that signed it do
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">
 *     Authenticating requests: using query parameters</a>
 */
public record SignedUrl(String url, SortedMap<String, String> headers, Instant expiresAt) {

  public static SignedUrl of(PresignedRequest signed) {
    SortedMap<String, String> headers = new TreeMap<>();
    signed
        .signedHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    headers.remove("host");
    return new SignedUrl(
        signed.url().toString(),
        headers,
        // The signature counts from a full second.
        signed.expiration().truncatedTo(ChronoUnit.SECONDS));
  }
}
