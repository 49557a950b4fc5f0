package dev.darkroom.local.rekognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.rekognition.DominantColors.Share;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** Answers DetectLabels: reads the request and the picture, looks, and writes the response. */
final class DetectLabelsOperation {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Box WHOLE = new Box(0, 0, 1, 1);

  private final ImageSource images;
  private final ObjectDetector detector;
  private final LabelGroups groups = new LabelGroups(Taxonomy.load());
  private final DominantColors colors = new DominantColors();

  DetectLabelsOperation(ImageSource images, ObjectDetector detector) {
    this.images = images;
    this.detector = detector;
  }

  JsonNode call(JsonNode request) throws IOException {
    var input = DetectLabelsInput.of(request);
    BufferedImage picture = PictureDecoder.decode(images.read(input.image()));
    ObjectNode response = JSON.objectNode();
    if (input.labels()) {
      response.put("LabelModelVersion", ObjectDetector.MODEL);
      ArrayNode labels = response.putArray("Labels");
      groups.of(detector.detect(picture, input.minConfidence() / 100)).stream()
          .filter(label -> input.admits(label.name()))
          .limit(input.maxLabels())
          .forEach(label -> labels.add(label(label, picture, input)));
    }
    if (input.properties()) {
      response.set("ImageProperties", properties(picture, input.maxColors()));
    }
    return response;
  }

  private ObjectNode label(Label label, BufferedImage picture, DetectLabelsInput input) {
    ObjectNode json = JSON.objectNode();
    json.put("Name", label.name()).put("Confidence", (float) label.confidence());
    ArrayNode instances = json.putArray("Instances");
    for (Label.Instance instance : label.instances()) {
      ObjectNode one = instances.addObject().put("Confidence", (float) instance.confidence());
      one.set("BoundingBox", box(instance.box()));
      if (input.properties()) {
        one.set("DominantColors", shares(colors.in(picture, instance.box(), input.maxColors())));
      }
    }
    json.set("Parents", names(label.parents()));
    json.set("Aliases", names(label.aliases()));
    json.set("Categories", names(List.of(label.category())));
    return json;
  }

  private ObjectNode properties(BufferedImage picture, int maxColors) {
    ImageQuality quality = ImageQuality.of(picture);
    ObjectNode json = JSON.objectNode();
    json.putObject("Quality")
        .put("Brightness", (float) quality.brightness())
        .put("Sharpness", (float) quality.sharpness())
        .put("Contrast", (float) quality.contrast());
    json.set("DominantColors", shares(colors.in(picture, WHOLE, maxColors)));
    return json;
  }

  private static ObjectNode box(Box box) {
    return JSON.objectNode()
        .put("Left", (float) box.left())
        .put("Top", (float) box.top())
        .put("Width", (float) box.width())
        .put("Height", (float) box.height());
  }

  private static ArrayNode shares(List<Share> shares) {
    ArrayNode json = JSON.arrayNode();
    for (Share share : shares) {
      json.addObject()
          .put("Red", share.color().red())
          .put("Green", share.color().green())
          .put("Blue", share.color().blue())
          .put("HexCode", share.color().hexCode())
          .put("CSSColor", share.color().name())
          .put("SimplifiedColor", share.color().simplified())
          .put("PixelPercent", (float) share.pixelPercent());
    }
    return json;
  }

  private static ArrayNode names(List<String> names) {
    ArrayNode json = JSON.arrayNode();
    names.forEach(name -> json.addObject().put("Name", name));
    return json;
  }
}
