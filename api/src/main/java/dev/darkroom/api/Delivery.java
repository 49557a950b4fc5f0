package dev.darkroom.api;

import dev.darkroom.api.delivery.CloudFrontRenditionUrls;
import dev.darkroom.api.delivery.PolicySigner;
import dev.darkroom.api.delivery.PresignedRenditionUrls;
import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.delivery.SigningKey;
import dev.darkroom.core.Environment;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * How a function's clients get renditions: from CloudFront where it has a key, else from S3.
 *
 * @param environment {@code CDN_DOMAIN}, {@code CDN_PRIVATE_KEY_SECRET}, and {@code CDN_KEY} or
 *     {@code CDN_SECOND_KEY} or both; none of them where S3 delivers
 * @param bucket {@code RENDITIONS_BUCKET}
 * @param life {@code RENDITION_URL_MINUTES}: 60 unless told, up to the week that SigV4 allows
 */
record Delivery(Environment environment, String bucket, Duration life) {
  private static final String SECRET = "CDN_PRIVATE_KEY_SECRET";
  private static final long MINUTES_A_WEEK = Duration.ofDays(7).toMinutes();
  private static final long MINUTES_UNLESS_TOLD = 60;

  /**
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  static Delivery from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    return new Delivery(
        environment,
        environment.text("RENDITIONS_BUCKET"),
        Duration.ofMinutes(
            environment.number("RENDITION_URL_MINUTES", MINUTES_A_WEEK, MINUTES_UNLESS_TOLD)));
  }

  /**
   * Reads the private key, if there is one.
   *
   * @throws IllegalArgumentException naming the variable that is missing, or that leads to a key
   *     that cannot be used
   */
  RenditionUrls urls(S3Presigner presigner, Clock clock) {
    return urls(presigner, clock, Aws::secret);
  }

  /**
   * @param secrets the value of a secret by its ARN
   */
  RenditionUrls urls(S3Presigner presigner, Clock clock, UnaryOperator<String> secrets) {
    return environment
        .optional("CDN_DOMAIN")
        .<RenditionUrls>map(
            domain ->
                new CloudFrontRenditionUrls(domain, new PolicySigner(key(secrets)), life, clock))
        .orElseGet(() -> new PresignedRenditionUrls(presigner, bucket, life));
  }

  private SigningKey key(UnaryOperator<String> secrets) {
    Map<String, String> trusted = new TreeMap<>();
    for (String name : new String[] {"CDN_KEY", "CDN_SECOND_KEY"}) {
      environment.optional(name).ifPresent(key -> trusted.put(name, key));
    }
    return SigningKey.of(SECRET, secrets.apply(environment.text(SECRET)), trusted);
  }
}
