package dev.darkroom.steps;

import dev.darkroom.core.Environment;
import dev.darkroom.core.s3.ImageObjects;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The AWS clients of the steps. Their own retries are short: the state machine's are the patient
 * ones. A step makes three calls at most, which together stay below its function's timeout, so that
 * a slow service is told by its name.
 */
final class Aws {
  private static final Duration ATTEMPT = Duration.ofSeconds(8);
  private static final Duration CALL = Duration.ofSeconds(9);

  private Aws() {}

  static DynamoDbClient dynamo() {
    return configured(DynamoDbClient.builder()).build();
  }

  /**
   * Rekognition at its quota is normal. Asking at once again only makes more calls, so that the
   * state machine alone asks again: {@code docs/benchmarks/README.md} has the figures.
   */
  static RekognitionClient rekognition() {
    return configured(RekognitionClient.builder())
        .overrideConfiguration(ofAll().retryStrategy(AwsRetryStrategy.doNotRetry()).build())
        .build();
  }

  static S3Client s3() {
    return configured(S3Client.builder()).build();
  }

  static SfnClient states() {
    return configured(SfnClient.builder()).build();
  }

  static SnsClient sns() {
    return configured(SnsClient.builder()).build();
  }

  /** What is kept of images; {@code UPLOADS_BUCKET} and {@code RENDITIONS_BUCKET} name where. */
  static ImageObjects images(Environment environment) {
    return new ImageObjects(
        s3(), environment.text("UPLOADS_BUCKET"), environment.text("RENDITIONS_BUCKET"));
  }

  private static <
          B extends
              AwsSyncClientBuilder<B, ?>
                  & software.amazon.awssdk.awscore.client.builder.AwsClientBuilder<B, ?>>
      B configured(B builder) {
    builder.overrideConfiguration(ofAll().build());
    return builder.httpClientBuilder(UrlConnectionHttpClient.builder());
  }

  private static ClientOverrideConfiguration.Builder ofAll() {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(ATTEMPT)
        .apiCallTimeout(CALL)
        .retryStrategy(RetryMode.STANDARD)
        .addExecutionInterceptor(new WithoutExpectContinue());
  }
}
