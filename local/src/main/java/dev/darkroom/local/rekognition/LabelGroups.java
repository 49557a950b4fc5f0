package dev.darkroom.local.rekognition;

import dev.darkroom.local.rekognition.Label.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes labels of detections: one a class with its objects as instances, and one for each ancestor,
 * which is "a unique label in the response" as sure as its surest descendant.
 *
 * @see <a href="https://docs.aws.amazon.com/rekognition/latest/dg/labels.html">Detecting objects
 *     and concepts</a>
 */
final class LabelGroups {
  private final Taxonomy taxonomy;

  LabelGroups(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /**
   * Groups detections.
   *
   * @return the labels, surest first; a label stands before its ancestor
   */
  List<Label> of(List<Detection> detections) {
    Map<String, List<Instance>> classes = new LinkedHashMap<>();
    for (Detection detection : detections) {
      classes
          .computeIfAbsent(detection.name(), name -> new ArrayList<>())
          .add(new Instance(detection.box(), detection.score() * 100));
    }
    var labels = new ArrayList<Label>();
    classes.forEach((name, instances) -> labels.add(label(taxonomy.of(name), instances)));
    labels.sort(Comparator.comparingDouble(Label::confidence).reversed());
    labels.addAll(ancestors(labels));
    labels.sort(Comparator.comparingDouble(Label::confidence).reversed());
    return List.copyOf(labels);
  }

  private static Label label(Taxonomy.Entry entry, List<Instance> instances) {
    List<Instance> surestFirst =
        instances.stream()
            .sorted(Comparator.comparingDouble(Instance::confidence).reversed())
            .toList();
    return new Label(
        entry.name(),
        surestFirst.get(0).confidence(),
        surestFirst,
        entry.parents(),
        entry.aliases(),
        entry.category());
  }

  private static List<Label> ancestors(List<Label> surestFirst) {
    var ancestors = new LinkedHashMap<String, Label>();
    for (Label label : surestFirst) {
      for (String parent : label.parents()) {
        ancestors.putIfAbsent(
            parent,
            new Label(
                parent, label.confidence(), List.of(), List.of(), List.of(), label.category()));
      }
    }
    return List.copyOf(ancestors.values());
  }
}
