package dev.darkroom.api.images;

import dev.darkroom.core.ImageLabels;
import dev.darkroom.core.Label;
import java.util.List;
import java.util.stream.Stream;

/**
 * A label of an image: {@code ImageLabel} of {@code openapi.yaml}.
 *
 * @param confidence 0–100, or null for one that a person gave
 */
public record LabelView(
    String name,
    Source source,
    Double confidence,
    List<String> parents,
    List<Label.Instance> instances) {

  /** Who gave a label. */
  public enum Source {
    /** It was found in the picture. */
    DETECTED,
    /** The owner added it. */
    USER
  }

  /** What was found, then what was added. */
  static List<LabelView> all(ImageLabels labels) {
    return Stream.concat(
            labels.found().stream().map(LabelView::detected),
            labels.byHand().stream().map(LabelView::byHand))
        .toList();
  }

  private static LabelView detected(Label label) {
    return new LabelView(
        label.name(), Source.DETECTED, label.confidence(), label.parents(), label.instances());
  }

  private static LabelView byHand(String name) {
    return new LabelView(name, Source.USER, null, List.of(), List.of());
  }
}
