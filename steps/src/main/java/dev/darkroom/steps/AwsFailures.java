package dev.darkroom.steps;

import dev.darkroom.core.Contention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rekognition.model.LimitExceededException;

/** Gives the failures of AWS calls the names that the state machine retries on. */
final class AwsFailures {
  private static final Set<String> TIMEOUTS = Set.of("RequestTimeout", "RequestTimeoutException");

  private AwsFailures() {}

  /**
   * Makes calls to AWS.
   *
   * @throws Throttled when a service asks to slow down
   * @throws ServiceUnavailable when a service fails, or cannot be reached in time
   */
  static <T> T named(Supplier<T> calls) {
    try {
      return calls.get();
    } catch (Contention | LimitExceededException e) {
      throw new Throttled(e);
    } catch (AwsServiceException e) {
      throw named(e);
    } catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException | UncheckedIOException e) {
      // The URL connection client lets some broken connections out unchecked, and unretried.
      throw new ServiceUnavailable(e);
    } catch (SdkClientException e) {
      throw isUnreachable(e) ? new ServiceUnavailable(e) : e;
    }
  }

  /**
   * A refused or broken connection is not marked as retryable once the SDK's retries are spent, and
   * an answer that cannot be read never is. JSON that is none comes as an unchecked IOException.
   */
  private static boolean isUnreachable(SdkClientException e) {
    return e.retryable()
        || Stream.iterate(e.getCause(), Objects::nonNull, Throwable::getCause)
            .anyMatch(
                cause ->
                    cause instanceof IOException
                        || cause instanceof UncheckedIOException
                        || cause instanceof XMLStreamException);
  }

  /** S3 waited for the rest of a request, and says so with status 400. */
  private static boolean isTimeout(AwsServiceException e) {
    return Optional.ofNullable(e.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .filter(TIMEOUTS::contains)
        .isPresent();
  }

  private static RuntimeException named(AwsServiceException e) {
    if (e.isThrottlingException()) {
      return new Throttled(e);
    }
    return e.statusCode() >= 500 || isTimeout(e) ? new ServiceUnavailable(e) : e;
  }
}
