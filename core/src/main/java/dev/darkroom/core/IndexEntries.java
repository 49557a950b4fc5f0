package dev.darkroom.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Under what an image can be found. It follows from the job alone, and there is nothing while the
 * job is not COMPLETED.
 *
 * @param labels the spelling of each label, by {@link LabelName#key}
 * @param caption in the form of {@link Caption#key}
 * @param albumId the album that it is in
 */
public record IndexEntries(
    Map<String, String> labels, Optional<String> caption, Optional<String> albumId) {
  /** Under nothing. */
  public static final IndexEntries NONE =
      new IndexEntries(Map.of(), Optional.empty(), Optional.empty());

  /** The most found labels that are indexed, the most certain ones; the template's limit, too. */
  public static final int MOST_FOUND = 30;

  public IndexEntries {
    labels = Map.copyOf(labels);
  }

  /** What a job is to be found under. */
  public static IndexEntries of(Job job) {
    if (job.status() != JobStatus.COMPLETED) {
      return NONE;
    }
    ImageLabels borne = ImageLabels.of(job);
    Map<String, String> labels = new LinkedHashMap<>();
    borne.found().stream()
        .limit(MOST_FOUND)
        .forEach(label -> labels.put(LabelName.key(label.name()), label.name()));
    borne.byHand().stream()
        .limit(ImageLabels.MOST_BY_HAND)
        .forEach(name -> labels.put(LabelName.key(name), name));
    return new IndexEntries(
        labels,
        Optional.ofNullable(job.description().caption()).map(Caption::key),
        Optional.ofNullable(job.description().albumId()));
  }
}
