package dev.darkroom.steps;

import static dev.darkroom.steps.Uploads.EXECUTION;
import static dev.darkroom.steps.Uploads.REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Wait;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsRequest;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

class DetectLabelsTest {
  private static final DetectLabels.Request REQUEST =
      new DetectLabels.Request(
          EXECUTION,
          Uploads.PHOTO,
          List.of(new Rendition("large", 600, 400, 5000, "image/jpeg", "renditions/o/j/large.jpg")),
          55f,
          20);

  private final RekognitionClient rekognition = mock(RekognitionClient.class);
  private final InMemoryJobStore jobs = Uploads.claimed();
  private final DetectLabels detectLabels =
      new DetectLabels(new Labelling(rekognition, "renditions"), jobs);

  @Test
  void aRenditionThatIsGoneWithItsImageIsNoFailure() {
    answers(InvalidS3ObjectException.builder().build());
    jobs.delete(REF);
    assertThatThrownBy(() -> detectLabels.handle(REQUEST)).isInstanceOf(JobDeleted.class);
  }

  @Test
  void aRenditionThatIsMissingIsOne() {
    answers(InvalidS3ObjectException.builder().build());
    assertThatThrownBy(() -> detectLabels.handle(REQUEST))
        .isInstanceOf(InvalidS3ObjectException.class);
  }

  @Test
  void aJobThatRekognitionHasNoRoomForSaysThatItWaits() {
    answers(throttling());
    assertThatThrownBy(() -> detectLabels.handle(REQUEST)).isInstanceOf(Throttled.class);
    Job waiting = jobs.find(REF).orElseThrow();
    assertThat(waiting.waitingFor()).isEqualTo(Wait.LABELS);
    assertThat(waiting.status()).isEqualTo(JobStatus.PROCESSING);
  }

  @Test
  void anotherFailureOfRekognitionIsNoWait() {
    answers(service(500, "InternalServerError"));
    assertThatThrownBy(() -> detectLabels.handle(REQUEST)).isInstanceOf(ServiceUnavailable.class);
    assertThat(jobs.find(REF).orElseThrow().waitingFor()).isNull();
  }

  @Test
  void aJobThatWasDeletedWaitsNoLonger() {
    answers(throttling());
    jobs.delete(REF);
    assertThatThrownBy(() -> detectLabels.handle(REQUEST)).isInstanceOf(JobDeleted.class);
  }

  @Test
  void thatTheWaitCannotBeRecordedDoesNotEndIt() {
    answers(throttling());
    JobStore broken = mock(JobStore.class);
    doThrow(DynamoDbException.builder().statusCode(403).build())
        .when(broken)
        .waiting(REF, EXECUTION, Wait.LABELS);
    assertThatThrownBy(
            () ->
                new DetectLabels(new Labelling(rekognition, "renditions"), broken).handle(REQUEST))
        .isInstanceOf(Throttled.class);
  }

  private void answers(RuntimeException failure) {
    when(rekognition.detectLabels(ArgumentMatchers.<Consumer<DetectLabelsRequest.Builder>>any()))
        .thenThrow(failure);
  }

  private static RuntimeException throttling() {
    return service(400, "ThrottlingException");
  }

  private static RuntimeException service(int status, String code) {
    return RekognitionException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}
