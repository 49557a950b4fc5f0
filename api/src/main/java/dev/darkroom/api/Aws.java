package dev.darkroom.api;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

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

  static S3Client s3() {
    return S3Client.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(override -> override.apiCallTimeout(LONGEST_CALL))
        .build();
  }
}
