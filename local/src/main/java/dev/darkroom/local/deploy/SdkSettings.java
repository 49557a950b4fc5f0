package dev.darkroom.local.deploy;

import dev.darkroom.local.s3.Credentials;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The system properties from which every AWS SDK client in this JVM learns region, keys and
 * endpoints.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Service-specific
 *     endpoints</a>
 */
final class SdkSettings implements AutoCloseable {
  private static final Map<String, String> PROPERTY_OF =
      Map.of(
          "S3", "aws.endpointUrlS3",
          "DYNAMODB", "aws.endpointUrlDynamoDb",
          "LAMBDA", "aws.endpointUrlLambda",
          "SFN", "aws.endpointUrlSfn",
          "SNS", "aws.endpointUrlSns",
          "SQS", "aws.endpointUrlSqs",
          "REKOGNITION", "aws.endpointUrlRekognition",
          "SECRETS_MANAGER", "aws.endpointUrlSecretsManager");

  private final Map<String, String> before;

  private SdkSettings(Map<String, String> before) {
    this.before = before;
  }

  static SdkSettings apply(String region, Credentials credentials, Map<String, URI> endpoints) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("aws.region", region);
    settings.put("aws.accessKeyId", credentials.accessKeyId());
    settings.put("aws.secretAccessKey", credentials.secretAccessKey());
    endpoints.forEach((service, uri) -> settings.put(PROPERTY_OF.get(service), uri.toString()));
    Map<String, String> before = new LinkedHashMap<>();
    settings.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
    return new SdkSettings(before);
  }

  @Override
  public void close() {
    before.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }
}
