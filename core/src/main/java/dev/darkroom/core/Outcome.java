package dev.darkroom.core;

import java.time.Instant;
import java.util.List;

/**
 * How a job ended.
 *
 * @param status {@link JobStatus#COMPLETED} or {@link JobStatus#REJECTED}
 * @param contentType what the bytes are, or null when that is not known
 * @param width upright width of the original in pixels, or null
 * @param height upright height of the original in pixels, or null
 * @param capture how the photo was taken, or null when nothing is known of it
 * @param sequence what else the file holds, or null when it holds one picture
 * @param renditions the pictures made, largest first
 * @param labels what is seen, most certain first
 * @param imageProperties what the picture looks like, or null
 * @param notes what the uploader should know
 * @param error why the job was rejected, or null
 * @param at when
 */
public record Outcome(
    JobStatus status,
    String contentType,
    Integer width,
    Integer height,
    Capture capture,
    Sequence sequence,
    List<Rendition> renditions,
    List<Label> labels,
    ImageProperties imageProperties,
    List<String> notes,
    JobError error,
    Instant at) {

  public Outcome {
    if (status != JobStatus.COMPLETED && status != JobStatus.REJECTED) {
      throw new IllegalArgumentException("A job does not end as " + status + ".");
    }
    renditions = renditions == null ? List.of() : List.copyOf(renditions);
    labels = labels == null ? List.of() : List.copyOf(labels);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  /**
   * A file that cannot be used.
   *
   * @param contentType what the bytes are, or null when that is not known
   */
  public static Outcome rejected(String contentType, JobError error, Instant at) {
    return new Outcome(
        JobStatus.REJECTED, contentType, null, null, null, null, null, null, null, null, error, at);
  }
}
