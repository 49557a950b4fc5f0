package dev.darkroom.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.darkroom.core.Box;
import dev.darkroom.core.ImageProperties;
import dev.darkroom.core.Label;
import dev.darkroom.core.Rendition;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsRequest;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.DominantColor;
import software.amazon.awssdk.services.rekognition.model.Instance;
import software.amazon.awssdk.services.rekognition.model.Parent;

class LabellingTest {
  private final RekognitionClient rekognition = mock(RekognitionClient.class);
  private final Labelling labelling = new Labelling(rekognition, "renditions");

  @Test
  void asksForLabelsAndPropertiesOfTheRendition() {
    answers(DetectLabelsResponse.builder().build());
    labelling.analyse(rendition(1280, 853), 55f, 20);
    ArgumentCaptor<Consumer<DetectLabelsRequest.Builder>> asked = ArgumentCaptor.captor();
    verify(rekognition).detectLabels(asked.capture());
    DetectLabelsRequest.Builder builder = DetectLabelsRequest.builder();
    asked.getValue().accept(builder);
    DetectLabelsRequest request = builder.build();
    assertThat(request.image().s3Object().bucket()).isEqualTo("renditions");
    assertThat(request.image().s3Object().name()).isEqualTo("renditions/o/j/large.jpg");
    assertThat(request.featuresAsStrings()).containsExactly("GENERAL_LABELS", "IMAGE_PROPERTIES");
    assertThat(request.minConfidence()).isEqualTo(55f);
    assertThat(request.maxLabels()).isEqualTo(20);
  }

  @Test
  void keepsWhatRekognitionSees() {
    answers(
        DetectLabelsResponse.builder()
            .labels(
                rekognitionLabel("Chair", 60f).build(),
                rekognitionLabel("Cat", 92.5f)
                    .parents(Parent.builder().name("Animal").build())
                    .instances(
                        Instance.builder()
                            .confidence(92.5f)
                            .boundingBox(box -> box.left(0.5f).top(0.25f).width(0.125f).height(1f))
                            .build())
                    .build())
            .imageProperties(
                properties ->
                    properties
                        .quality(quality -> quality.brightness(50f).sharpness(60f).contrast(70f))
                        .dominantColors(
                            DominantColor.builder().hexCode("#102030").pixelPercent(40f).build()))
            .build());
    Analysis analysis = labelling.analyse(rendition(1280, 853), 55f, 20);
    assertThat(analysis.labels())
        .containsExactly(
            new Label(
                "Cat",
                92.5,
                List.of("Animal"),
                List.of(new Label.Instance(92.5, new Box(0.5, 0.25, 0.125, 1)))),
            new Label("Chair", 60, List.of(), List.of()));
    assertThat(analysis.imageProperties())
        .isEqualTo(
            new ImageProperties(50, 60, 70, List.of(new ImageProperties.Color("#102030", 40))));
    assertThat(analysis.notes()).isEmpty();
  }

  @Test
  void leavesOutWhatIsTooSmallAndSaysSo() {
    Analysis analysis = labelling.analyse(rendition(79, 600), 55f, 20);
    verifyNoInteractions(rekognition);
    assertThat(analysis.labels()).isEmpty();
    assertThat(analysis.notes()).singleElement().asString().contains("79 × 600").contains("80 px");
  }

  @Test
  void labelsWhatIsJustLargeEnough() {
    answers(DetectLabelsResponse.builder().build());
    assertThat(labelling.analyse(rendition(80, 80), 55f, 20).notes()).isEmpty();
  }

  private void answers(DetectLabelsResponse response) {
    when(rekognition.detectLabels(ArgumentMatchers.<Consumer<DetectLabelsRequest.Builder>>any()))
        .thenReturn(response);
  }

  private static software.amazon.awssdk.services.rekognition.model.Label.Builder rekognitionLabel(
      String name, float confidence) {
    return software.amazon.awssdk.services.rekognition.model.Label.builder()
        .name(name)
        .confidence(confidence);
  }

  private static Rendition rendition(int width, int height) {
    return new Rendition("large", width, height, 1, "image/jpeg", "renditions/o/j/large.jpg");
  }
}
