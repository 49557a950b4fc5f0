package dev.darkroom.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.mail.Email;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What came of one photo.
 *
 * @param photo the file
 * @param job the API's last answer, or null when the upload was refused
 * @param email what the uploader was told, or null when the upload was refused
 * @param problem why there is no job: a problem document, or null
 * @param took from the upload to the final status
 */
record Processed(Path photo, JsonNode job, Email email, JsonNode problem, Duration took) {
  private static final int SERVER_FAULT = 500;

  /** COMPLETED, REJECTED or FAILED; REFUSED when the API did not take it, BROKEN for the rest. */
  String status() {
    if (job != null) {
      return job.path("status").asText();
    }
    return problem.path("status").asInt() < SERVER_FAULT ? "REFUSED" : "BROKEN";
  }
}
