package dev.darkroom.steps;

import static dev.darkroom.steps.Uploads.EXECUTION;
import static dev.darkroom.steps.Uploads.REF;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.Rendition;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsRequest;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;

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

  @BeforeEach
  void theRenditionIsGone() {
    when(rekognition.detectLabels(ArgumentMatchers.<Consumer<DetectLabelsRequest.Builder>>any()))
        .thenThrow(InvalidS3ObjectException.builder().build());
  }

  @Test
  void aRenditionThatIsGoneWithItsImageIsNoFailure() {
    jobs.delete(REF);
    assertThatThrownBy(() -> detectLabels.handle(REQUEST)).isInstanceOf(JobDeleted.class);
  }

  @Test
  void aRenditionThatIsMissingIsOne() {
    assertThatThrownBy(() -> detectLabels.handle(REQUEST))
        .isInstanceOf(InvalidS3ObjectException.class);
  }
}
