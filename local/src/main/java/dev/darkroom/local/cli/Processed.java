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
 * @param problem why the upload was refused, or null
 * @param took from the upload to the final status
 */
record Processed(Path photo, JsonNode job, Email email, JsonNode problem, Duration took) {

  /** COMPLETED, REJECTED or FAILED; REFUSED when there is no job. */
  String status() {
    return job == null ? "REFUSED" : job.path("status").asText();
  }
}
