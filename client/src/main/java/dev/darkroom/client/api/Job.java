package dev.darkroom.client.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A job as the API told it.
 *
 * @param json the answer
 * @param retryAfter when to ask again; empty once the job is final
 */
public record Job(JsonNode json, Optional<Duration> retryAfter) {
  private static final Set<String> FINAL = Set.of("COMPLETED", "REJECTED", "FAILED");

  /** AWAITING_UPLOAD, PROCESSING, COMPLETED, REJECTED or FAILED. */
  public String status() {
    return json.path("status").asText();
  }

  /** Whether the status stays as it is. */
  public boolean isFinal() {
    return FINAL.contains(status());
  }
}
