package dev.darkroom.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labels that an image bears: what was found in it, less what a person removed, and what a
 * person added. Each once, whatever its case.
 *
 * @param found most certain first
 * @param byHand names, in the order of adding; none that is found as well
 */
public record ImageLabels(List<Label> found, List<String> byHand) {
  /** The most labels that a person may add to one image. */
  public static final int MOST_BY_HAND = 15;

  /** The labels of an image. */
  public static ImageLabels of(Job job) {
    List<String> hidden = keys(job.description().hidden());
    Map<String, Label> found = new LinkedHashMap<>();
    for (Label label : job.labels()) {
      String key = LabelName.key(label.name());
      if (!hidden.contains(key)) {
        found.putIfAbsent(key, label);
      }
    }
    Map<String, String> byHand = new LinkedHashMap<>();
    for (String name : job.description().hashtags()) {
      String key = LabelName.key(name);
      if (!found.containsKey(key)) {
        byHand.putIfAbsent(key, name);
      }
    }
    return new ImageLabels(List.copyOf(found.values()), List.copyOf(byHand.values()));
  }

  /** Whether the image bears a label, whatever its case. */
  public boolean contain(String name) {
    String key = LabelName.key(name);
    return names().stream().map(LabelName::key).anyMatch(key::equals);
  }

  /** What is said of an image once it bears a label: one that was removed is shown again. */
  public static Description adding(Job job, String name) {
    Description said = job.description();
    List<String> hidden = without(said.hidden(), name);
    boolean needed = found(job, name).isEmpty() && !keys(said.hashtags()).contains(key(name));
    return said.withLabels(needed ? with(said.hashtags(), name) : said.hashtags(), hidden);
  }

  /** What is said of an image once it does not bear a label any more. */
  public static Description removing(Job job, String name) {
    Description said = job.description();
    List<String> hidden = without(said.hidden(), name);
    return said.withLabels(
        without(said.hashtags(), name),
        found(job, name).map(label -> with(hidden, label.name())).orElse(hidden));
  }

  /** The label of that name that was found in the image, shown or not. */
  public static Optional<Label> found(Job job, String name) {
    return job.labels().stream().filter(label -> key(label.name()).equals(key(name))).findFirst();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(found.stream().map(Label::name).toList());
    names.addAll(byHand);
    return names;
  }

  private static List<String> with(Collection<String> names, String name) {
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return more;
  }

  private static List<String> without(Collection<String> names, String name) {
    return names.stream().filter(one -> !key(one).equals(key(name))).toList();
  }

  private static List<String> keys(Collection<String> names) {
    return names.stream().map(LabelName::key).toList();
  }

  private static String key(String name) {
    return LabelName.key(name);
  }
}
