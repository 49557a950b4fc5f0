package dev.darkroom.client.upload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.client.api.Job;
import java.nio.file.Path;

/**
 * What came of one file.
 *
 * @param path the file, as the user named it
 * @param status how it ended
 * @param jobId its job, or null when it has none
 * @param job the API's last answer, or null when it was not asked
 * @param detail why, when the file itself or the way to it failed; else null
 */
public record Outcome(Path path, Status status, String jobId, JsonNode job, String detail) {

  /** How a file can end. */
  public enum Status {
    COMPLETED,
    REJECTED,
    FAILED,
    /** It arrived, and nobody waited for more. */
    SENT,
    /** It was not taken: the fault is in the file. */
    REFUSED,
    /** It did not arrive, or its outcome is not known: to be tried again. */
    BROKEN
  }

  /** A job that is final. */
  static Outcome of(Path path, Job job) {
    String jobId = job.json().path("jobId").asText();
    return new Outcome(path, Status.valueOf(job.status()), jobId, job.json(), null);
  }

  static Outcome sent(Path path, String jobId) {
    return new Outcome(path, Status.SENT, jobId, null, null);
  }

  /** A file that was not taken. */
  public static Outcome refused(Path path, String detail) {
    return new Outcome(path, Status.REFUSED, null, null, detail);
  }

  static Outcome broken(Path path, String jobId, String detail) {
    return new Outcome(path, Status.BROKEN, jobId, null, detail);
  }

  /** The same outcome, of another file with the same bytes. */
  Outcome alsoOf(Path other) {
    return new Outcome(other, status, jobId, job, detail);
  }
}
