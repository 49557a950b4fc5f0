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
    answers(DetectLabelsResponse.builder().labelModelVersion("3.0").build());
    labelling.analyse(List.of(rendition(1280, 853)), 55f, 20);
    DetectLabelsRequest request = asked();
    assertThat(request.image().s3Object().bucket()).isEqualTo("renditions");
    assertThat(request.image().s3Object().name()).isEqualTo("renditions/o/j/large");
    assertThat(request.featuresAsStrings()).containsExactly("GENERAL_LABELS", "IMAGE_PROPERTIES");
    assertThat(request.minConfidence()).isEqualTo(55f);
    assertThat(request.maxLabels()).isEqualTo(20);
  }

  @Test
  void keepsWhatRekognitionSees() {
    answers(
        DetectLabelsResponse.builder()
            .labelModelVersion("3.0")
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
    Analysis analysis = labelling.analyse(List.of(rendition(1280, 853)), 55f, 20);
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
  void asksForTheLargestThatIsTaken() {
    answers(DetectLabelsResponse.builder().labelModelVersion("3.0").build());
    Rendition heavy = rendition("large", 4000, 3000, LabellingLimits.MOST_BYTES + 1, "image/png");
    Rendition medium = rendition("medium", 480, 360, 90_000, "image/jpeg");
    Rendition small = rendition("small", 160, 120, 9_000, "image/jpeg");
    labelling.analyse(List.of(heavy, small, medium), 55f, 20);
    assertThat(asked().image().s3Object().name()).isEqualTo("renditions/o/j/medium");
  }

  @Test
  void saysWhyNoneIsTaken() {
    Analysis analysis = labelling.analyse(List.of(rendition(79, 600)), 55f, 20);
    verifyNoInteractions(rekognition);
    assertThat(analysis.labels()).isEmpty();
    assertThat(analysis.imageProperties()).isNull();
    assertThat(analysis.notes())
        .containsExactly(
            "There are no labels: the picture has 79 × 600 px, and labelling needs 80 px a side.");
  }

  private DetectLabelsRequest asked() {
    ArgumentCaptor<Consumer<DetectLabelsRequest.Builder>> asked = ArgumentCaptor.captor();
    verify(rekognition).detectLabels(asked.capture());
    DetectLabelsRequest.Builder request = DetectLabelsRequest.builder();
    asked.getValue().accept(request);
    return request.build();
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
    return rendition("large", width, height, 1, "image/jpeg");
  }

  private static Rendition rendition(
      String name, int width, int height, long bytes, String contentType) {
    return new Rendition(name, width, height, bytes, contentType, "renditions/o/j/" + name);
  }
}
