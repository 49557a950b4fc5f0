package dev.darkroom.core;

import java.time.Instant;
import java.util.List;

/**
 * The processing of one upload; also the record of the image that comes of it.
 *
 * @param jobId a ULID
 * @param owner the uploader's {@code sub}
 * @param status where the job stands
 * @param step the last step that finished, or null
 * @param original the uploaded object
 * @param fileName the file's name as the uploader gave it
 * @param contentType as announced, and once validated as the bytes say
 * @param bytes size of the original
 * @param width upright width of the original in pixels, or null until it is known
 * @param height upright height of the original in pixels, or null until it is known
 * @param capture how the photo was taken, or null when nothing is known of it
 * @param sequence what else the file holds, or null when it holds one picture
 * @param createdAt when the job was announced, or claimed if it was not
 * @param updatedAt when the record last changed
 * @param renditions the pictures made, largest first
 * @param labels what is seen, most certain first
 * @param imageProperties what the picture looks like, or null
 * @param notes what the uploader should know of how the job was done
 * @param error why the job was rejected or failed, or null
 * @param executionArn the execution that holds the job, or null
 * @param description what people say of the image
 * @param waitingFor why the job does not go on for now, or null
 * @param told the end that the uploader was told of last, or null
 * @param redrives how often the job was redriven after a failure
 * @param version counts the writes, for optimistic locking
 */
public record Job(
    String jobId,
    String owner,
    JobStatus status,
    Step step,
    Original original,
    String fileName,
    String contentType,
    long bytes,
    Integer width,
    Integer height,
    Capture capture,
    Sequence sequence,
    Instant createdAt,
    Instant updatedAt,
    List<Rendition> renditions,
    List<Label> labels,
    ImageProperties imageProperties,
    List<String> notes,
    JobError error,
    String executionArn,
    Description description,
    Wait waitingFor,
    JobStatus told,
    int redrives,
    long version) {

  public Job {
    renditions = renditions == null ? List.of() : List.copyOf(renditions);
    labels = labels == null ? List.of() : List.copyOf(labels);
    notes = notes == null ? List.of() : List.copyOf(notes);
    description = description == null ? Description.NONE : description;
  }

  /** A job whose object is still to come. */
  public static Job announced(
      JobRef ref, String fileName, String contentType, long bytes, Instant now) {
    return announced(ref, fileName, contentType, bytes, Description.NONE, now);
  }

  /** The same, of which the uploader says something at once. */
  public static Job announced(
      JobRef ref,
      String fileName,
      String contentType,
      long bytes,
      Description description,
      Instant now) {
    return new Job(
        ref.jobId(),
        ref.owner(),
        JobStatus.AWAITING_UPLOAD,
        null,
        new Original(ObjectKeys.original(ref, fileName), null),
        fileName,
        contentType,
        bytes,
        null,
        null,
        null,
        null,
        now,
        now,
        null,
        null,
        null,
        null,
        null,
        null,
        description,
        null,
        null,
        0,
        1);
  }

  /** The job once it has ended; what was known stays, where the outcome does not tell otherwise. */
  public Job settled(Outcome outcome) {
    return new Job(
        jobId,
        owner,
        outcome.status(),
        Step.PERSIST,
        original,
        fileName,
        outcome.contentType() == null ? contentType : outcome.contentType(),
        bytes,
        outcome.width(),
        outcome.height(),
        outcome.capture(),
        outcome.sequence(),
        createdAt,
        outcome.at(),
        outcome.renditions(),
        outcome.labels(),
        outcome.imageProperties(),
        outcome.notes(),
        outcome.error(),
        executionArn,
        description,
        null,
        told,
        redrives,
        version + 1);
  }

  /** The job once something else is said of it. */
  public Job described(Description other, Instant at) {
    return new Job(
        jobId,
        owner,
        status,
        step,
        original,
        fileName,
        contentType,
        bytes,
        width,
        height,
        capture,
        sequence,
        createdAt,
        at,
        renditions,
        labels,
        imageProperties,
        notes,
        error,
        executionArn,
        other,
        waitingFor,
        told,
        redrives,
        version + 1);
  }

  /** Whether the job has ended and the uploader does not know it yet. */
  public boolean isUntold() {
    return status.isFinal() && told != status;
  }

  /** Whether it is this execution that processes the job, or did last. */
  public boolean isHeldBy(String execution) {
    return execution.equals(executionArn);
  }

  /** Whose job this is, and which. */
  public JobRef ref() {
    return new JobRef(owner, jobId);
  }
}
