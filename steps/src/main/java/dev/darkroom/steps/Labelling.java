package dev.darkroom.steps;

import dev.darkroom.core.Box;
import dev.darkroom.core.ImageProperties;
import dev.darkroom.core.Label;
import dev.darkroom.core.Rendition;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsFeatureName;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsImageProperties;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.Parent;

/**
 * Labels a photo by its renditions: they are upright, and small enough as a rule, whatever the
 * original is.
 *
 * @see <a href="https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectLabels.html">
 *     DetectLabels</a>
 */
final class Labelling {
  private final RekognitionClient rekognition;
  private final String bucket;

  Labelling(RekognitionClient rekognition, String bucket) {
    this.rekognition = rekognition;
    this.bucket = bucket;
  }

  /**
   * Labels the largest rendition that Rekognition takes.
   *
   * @param renditions one at least
   * @return without labels, and with a note that says why, when it takes none
   */
  Analysis analyse(List<Rendition> renditions, float minConfidence, int maxLabels) {
    return LabellingLimits.largestTaken(renditions)
        .map(rendition -> analyse(rendition, minConfidence, maxLabels))
        .orElseGet(() -> Analysis.without(LabellingLimits.whyNone(renditions)));
  }

  private Analysis analyse(Rendition rendition, float minConfidence, int maxLabels) {
    DetectLabelsResponse response =
        rekognition.detectLabels(
            request ->
                request
                    .image(
                        image ->
                            image.s3Object(object -> object.bucket(bucket).name(rendition.key())))
                    .features(
                        DetectLabelsFeatureName.GENERAL_LABELS,
                        DetectLabelsFeatureName.IMAGE_PROPERTIES)
                    .minConfidence(minConfidence)
                    .maxLabels(maxLabels));
    if (response.labelModelVersion() == null) {
      // Each answer tells it. One without is none, and not a picture that shows nothing.
      throw RetryableException.create("Rekognition did not answer for " + rendition.key() + ".");
    }
    List<Label> labels =
        response.labels().stream()
            .map(Labelling::label)
            .sorted(Comparator.comparingDouble(Label::confidence).reversed())
            .toList();
    return new Analysis(labels, properties(response.imageProperties()), List.of());
  }

  private static Label label(software.amazon.awssdk.services.rekognition.model.Label label) {
    return new Label(
        label.name(),
        label.confidence(),
        label.parents().stream().map(Parent::name).toList(),
        label.instances().stream()
            .map(instance -> new Label.Instance(instance.confidence(), box(instance.boundingBox())))
            .toList());
  }

  private static Box box(BoundingBox box) {
    return new Box(box.left(), box.top(), box.width(), box.height());
  }

  private static ImageProperties properties(DetectLabelsImageProperties properties) {
    if (properties == null || properties.quality() == null) {
      return null;
    }
    return new ImageProperties(
        properties.quality().brightness(),
        properties.quality().sharpness(),
        properties.quality().contrast(),
        properties.dominantColors().stream()
            .map(color -> new ImageProperties.Color(color.hexCode(), color.pixelPercent()))
            .toList());
  }
}
