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

  /** Whether it does not go on for now, for a reason that passes by itself. */
  public boolean isWaiting() {
    return json.hasNonNull("waitingFor");
  }

  /** What it waits for, as {@code labels}. */
  public String waitingFor() {
    return json.path("waitingFor").asText();
  }
}
