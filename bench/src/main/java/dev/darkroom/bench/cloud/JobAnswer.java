package dev.darkroom.bench.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.bench.api.RunningApi;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;

/**
 * What {@code GET /jobs/{jobId}} tells of a job, as far as benchmarks ask.
 *
 * @param updatedAt when its record changed last, by the clock of this machine
 * @param waitsForLabels whether it says that it waits for Rekognition's quota
 */
public record JobAnswer(String status, Instant updatedAt, boolean waitsForLabels) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FINAL = Set.of("COMPLETED", "REJECTED", "FAILED");

  /** Asks the API. */
  public static JobAnswer of(RunningApi api, String jobId)
      throws IOException, InterruptedException {
    return parse(api.get("/jobs/" + jobId));
  }

  static JobAnswer parse(String json) throws IOException {
    JsonNode job = JSON.readTree(json);
    return new JobAnswer(
        job.required("status").asText(),
        Instant.parse(job.required("updatedAt").asText()),
        job.path("waitingFor").asText().equals("labels"));
  }

  /** Whether nothing more happens to the job by itself. */
  public boolean isFinal() {
    return FINAL.contains(status);
  }
}
