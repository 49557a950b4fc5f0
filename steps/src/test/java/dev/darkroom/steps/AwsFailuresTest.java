package dev.darkroom.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Contention;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.rekognition.model.LimitExceededException;
import software.amazon.awssdk.services.rekognition.model.ThrottlingException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class AwsFailuresTest {
  @Test
  void whatSucceedsComesBack() {
    assertThat(AwsFailures.<String>named(() -> "done")).isEqualTo("done");
  }

  @Test
  void throttlingIsThrottled() {
    assertNamed(
        service(ThrottlingException.builder(), 400, "ThrottlingException"), Throttled.class);
    assertNamed(
        service(S3Exception.builder(), 400, "ProvisionedThroughputExceededException"),
        Throttled.class);
    assertNamed(service(S3Exception.builder(), 503, "SlowDown"), Throttled.class);
    assertNamed(LimitExceededException.builder().build(), Throttled.class);
  }

  @Test
  void contentionAtTheTableIsThrottled() {
    assertNamed(new Contention("a write", null), Throttled.class);
  }

  @Test
  void aServersFaultIsServiceUnavailable() {
    assertNamed(service(S3Exception.builder(), 500, "InternalError"), ServiceUnavailable.class);
    assertNamed(
        service(S3Exception.builder(), 503, "ServiceUnavailable"), ServiceUnavailable.class);
  }

  @Test
  void aRequestThatArrivedTooSlowlyIsServiceUnavailable() {
    assertNamed(service(S3Exception.builder(), 400, "RequestTimeout"), ServiceUnavailable.class);
  }

  @Test
  void aServerThatDoesNotAnswerIsServiceUnavailable() {
    assertNamed(ApiCallTimeoutException.create(1), ServiceUnavailable.class);
    assertNamed(RetryableException.create("reset"), ServiceUnavailable.class);
    assertNamed(
        new UncheckedIOException(new SocketException("Unexpected end of file from server")),
        ServiceUnavailable.class);
    assertNamed(
        SdkClientException.create("unreachable", new ConnectException("refused")),
        ServiceUnavailable.class);
  }

  @Test
  void permanentErrorsKeepTheirNames() {
    assertNamed(service(S3Exception.builder(), 403, "AccessDenied"), S3Exception.class);
    assertNamed(cancelled("ValidationError"), TransactionCanceledException.class);
    assertNamed(SdkClientException.create("no credentials"), SdkClientException.class);
    assertNamed(new IllegalStateException("a bug"), IllegalStateException.class);
  }

  private static void assertNamed(RuntimeException failure, Class<?> expected) {
    Supplier<Object> call =
        () -> {
          throw failure;
        };
    assertThatThrownBy(() -> AwsFailures.named(call)).isExactlyInstanceOf(expected);
  }

  private static AwsServiceException service(
      AwsServiceException.Builder builder, int status, String code) {
    return builder
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }

  private static TransactionCanceledException cancelled(String code) {
    return TransactionCanceledException.builder()
        .cancellationReasons(CancellationReason.builder().code(code).build())
        .build();
  }
}
