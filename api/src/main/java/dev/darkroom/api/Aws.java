package dev.darkroom.api;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The AWS clients of the API's functions, each made once. */
final class Aws {
  /** Shorter than the functions' own timeouts, so that the client is told what happened. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(8);

  private Aws() {}

  static DynamoDbClient dynamo() {
    return DynamoDbClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(override -> override.apiCallTimeout(LONGEST_CALL))
        .build();
  }

  /** The value of a secret; the client is closed again, as a function reads one when it starts. */
  static String secret(String arn) {
    try (SecretsManagerClient client =
        SecretsManagerClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(override -> override.apiCallTimeout(LONGEST_CALL))
            .build()) {
      return client.getSecretValue(get -> get.secretId(arn)).secretString();
    }
  }
}
