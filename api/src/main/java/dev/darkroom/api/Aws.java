package dev.darkroom.api;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The AWS clients of the API's functions, each made once. */
final class Aws {
  /** Shorter than the functions' own timeouts, so that the client is told what happened. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(8);

  private static final Duration SHORT_CALL = Duration.ofSeconds(3);

  private Aws() {}

  static DynamoDbClient dynamo() {
    return configured(DynamoDbClient.builder()).build();
  }

  static S3Client s3() {
    return configured(S3Client.builder()).build();
  }

  static SnsClient sns() {
    return configured(SnsClient.builder()).build();
  }

  /** A redrive makes four calls at most, which together stay below the function's timeout. */
  static SfnClient states() {
    return configured(SfnClient.builder())
        .overrideConfiguration(
            override -> override.apiCallTimeout(SHORT_CALL).retryStrategy(RetryMode.STANDARD))
        .build();
  }

  /** The value of a secret; the client is closed again, as a function reads one when it starts. */
  static String secret(String arn) {
    try (SecretsManagerClient client = configured(SecretsManagerClient.builder()).build()) {
      return client.getSecretValue(get -> get.secretId(arn)).secretString();
    }
  }

  private static <
          B extends
              AwsSyncClientBuilder<B, ?>
                  & software.amazon.awssdk.awscore.client.builder.AwsClientBuilder<B, ?>>
      B configured(B builder) {
    builder.overrideConfiguration(override -> override.apiCallTimeout(LONGEST_CALL));
    return builder.httpClient(UrlConnectionHttpClient.create());
  }
}
