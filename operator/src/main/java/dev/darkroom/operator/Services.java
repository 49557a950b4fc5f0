package dev.darkroom.operator;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The AWS services that the commands call; credentials and endpoints are the SDK's own settings.
 */
interface Services extends AutoCloseable {
  SfnClient states();

  DynamoDbClient dynamo();

  SqsClient queues();

  LambdaClient functions();

  @Override
  void close();

  /** Clients that are made at once; they are patient with a service that throttles. */
  static Services connect() {
    return new Connected(
        configured(SfnClient.builder()).build(),
        configured(DynamoDbClient.builder()).build(),
        configured(SqsClient.builder()).build(),
        configured(LambdaClient.builder()).build());
  }

  private static <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B configured(
      B builder) {
    builder.overrideConfiguration(
        override ->
            override.retryStrategy(RetryMode.ADAPTIVE_V2).apiCallTimeout(Duration.ofMinutes(2)));
    return builder.httpClientBuilder(
        UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(1)));
  }

  /** What {@link #connect} makes. */
  record Connected(
      SfnClient states, DynamoDbClient dynamo, SqsClient queues, LambdaClient functions)
      implements Services {
    @Override
    public void close() {
      states.close();
      dynamo.close();
      queues.close();
      functions.close();
    }
  }
}
