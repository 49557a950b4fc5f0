package dev.darkroom.steps;

import static dev.darkroom.steps.Uploads.CLOCK;
import static dev.darkroom.steps.Uploads.EXECUTION;
import static dev.darkroom.steps.Uploads.KEY;
import static dev.darkroom.steps.Uploads.REF;
import static dev.darkroom.steps.Uploads.event;
import static dev.darkroom.steps.Uploads.jpeg;
import static dev.darkroom.steps.Uploads.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Step;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class UploadValidationTest {
  private static final long MAX_BYTES = 100_000;
  private static final Limits LIMITS = new Limits(MAX_BYTES, 1_000_000);

  private final S3Client s3 = mock(S3Client.class);
  private final InMemoryJobStore jobs = Uploads.announced();
  private final UploadValidation validation = new UploadValidation(jobs, new Originals(s3), CLOCK);

  @Test
  void tellsWhatThePictureIs() {
    holds(jpeg(600, 400));
    Photo photo = validation.validate(event(9), EXECUTION, LIMITS);
    assertThat(photo)
        .isEqualTo(new Photo(REF.owner(), REF.jobId(), "uploads", KEY, "e1", "image/jpeg"));
    Job job = jobs.find(REF).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(job.step()).isEqualTo(Step.VALIDATE);
  }

  @Test
  void readsTheVeryBytesOfTheEvent() {
    holds(jpeg(600, 400));
    validation.validate(event(9), EXECUTION, LIMITS);
    org.mockito.ArgumentCaptor<Consumer<GetObjectRequest.Builder>> request =
        org.mockito.ArgumentCaptor.captor();
    org.mockito.Mockito.verify(s3).getObject(request.capture());
    GetObjectRequest.Builder built = GetObjectRequest.builder();
    request.getValue().accept(built);
    assertThat(built.build().ifMatch()).isEqualTo("e1");
    assertThat(built.build().key()).isEqualTo(KEY);
  }

  @Test
  void refusesAFileThatIsTooLargeWithoutReadingIt() {
    assertThatThrownBy(() -> validation.validate(event(MAX_BYTES + 1), EXECUTION, LIMITS))
        .isInstanceOf(InvalidImage.class)
        .hasMessageStartingWith("FILE_TOO_LARGE: The file has 100.0 kB");
    verifyNoInteractions(s3);
    assertThat(jobs.find(REF).orElseThrow().executionArn()).isEqualTo(EXECUTION);
  }

  @Test
  void refusesAnEmptyFile() {
    holds(new byte[0]);
    assertThatThrownBy(() -> validation.validate(event(0), EXECUTION, LIMITS))
        .isInstanceOf(InvalidImage.class)
        .hasMessageStartingWith("EMPTY_FILE: ");
  }

  @Test
  void refusesATextThatIsNamedJpg() {
    holds("Dear diary, today I took no photo.".getBytes(UTF_8));
    assertThatThrownBy(() -> validation.validate(event(34), EXECUTION, LIMITS))
        .isInstanceOf(InvalidImage.class)
        .hasMessageStartingWith("NOT_A_PICTURE: ");
  }

  @Test
  void refusesAPictureOverThePixelLimit() {
    holds(jpeg(1001, 1000));
    assertThatThrownBy(() -> validation.validate(event(9), EXECUTION, LIMITS))
        .isInstanceOf(InvalidImage.class)
        .hasMessageStartingWith("TOO_MANY_PIXELS: ");
  }

  @Test
  void refusesAFileThatEndsInItsHead() {
    holds(Arrays.copyOf(jpeg(600, 400), 40));
    assertThatThrownBy(() -> validation.validate(event(40), EXECUTION, LIMITS))
        .isInstanceOf(InvalidImage.class)
        .hasMessageStartingWith("TRUNCATED: ");
  }

  @Test
  void anUploadThatAnotherExecutionHoldsIsADuplicate() {
    holds(jpeg(600, 400));
    validation.validate(event(9), EXECUTION + "-first", LIMITS);
    assertThatThrownBy(() -> validation.validate(event(9), EXECUTION, LIMITS))
        .isInstanceOf(DuplicateUpload.class);
  }

  @Test
  void runsAgainForTheSameExecution() {
    when(s3.getObject(anyRequest()))
        .thenReturn(object(jpeg(600, 400)))
        .thenReturn(object(jpeg(600, 400)));
    Photo first = validation.validate(event(9), EXECUTION, LIMITS);
    assertThat(validation.validate(event(9), EXECUTION, LIMITS)).isEqualTo(first);
  }

  @Test
  void takesAnObjectThatNobodyAnnounced() {
    holds(jpeg(60, 40));
    Photo photo = validation.validate(event("uploads/owner-2/trip/b.jpg", 9), EXECUTION, LIMITS);
    Job job = jobs.findById(photo.jobId()).orElseThrow();
    assertThat(job.owner()).isEqualTo("owner-2");
    assertThat(job.fileName()).isEqualTo("b.jpg");
  }

  @Test
  void refusesAnObjectThatWasDeletedMeanwhile() {
    when(s3.getObject(anyRequest())).thenThrow(NoSuchKeyException.builder().build());
    assertThatThrownBy(() -> validation.validate(event(9), EXECUTION, LIMITS))
        .isInstanceOf(InvalidImage.class)
        .hasMessageStartingWith("DELETED: ");
  }

  @Test
  void refusesAnObjectThatWasOverwrittenMeanwhile() {
    when(s3.getObject(anyRequest())).thenThrow(S3Exception.builder().statusCode(412).build());
    assertThatThrownBy(() -> validation.validate(event(9), EXECUTION, LIMITS))
        .isInstanceOf(InvalidImage.class)
        .hasMessageStartingWith("REPLACED: ");
  }

  private void holds(byte[] bytes) {
    when(s3.getObject(anyRequest())).thenReturn(object(bytes));
  }

  private static Consumer<GetObjectRequest.Builder> anyRequest() {
    return ArgumentMatchers.<Consumer<GetObjectRequest.Builder>>any();
  }
}
