package dev.darkroom.local.rekognition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.http.AwsError;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a DetectLabels call asks for, its defaults filled in and its ranges checked.
 *
 * @param image the {@code Image} member, not yet read
 * @param maxLabels 0–1000
 * @param minConfidence 0–100
 * @param labels whether labels are wanted
 * @param properties whether colours and quality are wanted
 * @param inclusion names of the only labels to give; empty for all
 * @param exclusion names of labels not to give
 * @param maxColors dominant colours at most, 0–20
 * @see <a href="https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectLabels.html">
 *     DetectLabels</a>
 */
record DetectLabelsInput(
    JsonNode image,
    int maxLabels,
    double minConfidence,
    boolean labels,
    boolean properties,
    Set<String> inclusion,
    Set<String> exclusion,
    int maxColors) {
  private static final String LABELS = "GENERAL_LABELS";
  private static final String PROPERTIES = "IMAGE_PROPERTIES";
  private static final int MAX_LABELS = 1000;
  private static final int MIN_CONFIDENCE = 55;
  private static final int MAX_COLORS = 10;
  private static final List<String> CATEGORY_FILTERS =
      List.of("LabelCategoryInclusionFilters", "LabelCategoryExclusionFilters");

  /**
   * Reads a request.
   *
   * @throws AwsError ValidationException for a value out of its range, InvalidParameterException
   *     for what does not fit together or is not supported locally
   */
  static DetectLabelsInput of(JsonNode request) {
    Set<String> features = strings(request, "Features");
    for (String feature : features) {
      if (!feature.equals(LABELS) && !feature.equals(PROPERTIES)) {
        throw constraint(features, "features", "Member must satisfy enum value set");
      }
    }
    boolean labels = features.isEmpty() || features.contains(LABELS);
    if (!labels && (request.hasNonNull("MaxLabels") || request.hasNonNull("MinConfidence"))) {
      throw AwsError.badRequest(
          "InvalidParameterException",
          "MaxLabels and MinConfidence are only valid with the feature " + LABELS + ".");
    }
    JsonNode general = request.path("Settings").path("GeneralLabels");
    for (String filter : CATEGORY_FILTERS) {
      if (general.hasNonNull(filter)) {
        throw AwsError.badRequest(
            "InvalidParameterException", filter + " is not supported locally.");
      }
    }
    JsonNode colors = request.path("Settings").path("ImageProperties");
    int maxLabels = (int) number(request, "MaxLabels", MAX_LABELS, Integer.MAX_VALUE);
    return new DetectLabelsInput(
        request.path("Image"),
        Math.min(maxLabels, MAX_LABELS),
        number(request, "MinConfidence", MIN_CONFIDENCE, 100),
        labels,
        features.contains(PROPERTIES),
        strings(general, "LabelInclusionFilters"),
        strings(general, "LabelExclusionFilters"),
        (int) number(colors, "MaxDominantColors", MAX_COLORS, 20));
  }

  /** Whether the filters let a label through. */
  boolean admits(String name) {
    return (inclusion.isEmpty() || inclusion.contains(name)) && !exclusion.contains(name);
  }

  private static double number(JsonNode node, String member, int byDefault, int max) {
    JsonNode value = node.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return byDefault;
    }
    if (!value.isNumber()) {
      throw AwsError.badRequest("SerializationException", member + " is not a number.");
    }
    double number = value.asDouble();
    if (number < 0) {
      throw constraint(value, member, "Member must have value greater than or equal to 0");
    }
    if (number > max) {
      throw constraint(value, member, "Member must have value less than or equal to " + max);
    }
    return number;
  }

  private static Set<String> strings(JsonNode node, String member) {
    var strings = new TreeSet<String>();
    node.path(member).forEach(value -> strings.add(value.asText()));
    return strings;
  }

  private static AwsError constraint(Object value, String member, String constraint) {
    String name = member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
    return AwsError.badRequest(
        "ValidationException",
        "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
            .formatted(value, name, constraint));
  }
}
