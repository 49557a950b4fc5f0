package dev.darkroom.api.uploads;

import dev.darkroom.api.delivery.SignedUrl;
import dev.darkroom.core.JobRef;
import java.time.Instant;
import java.util.Map;

/**
 * What the client needs to upload a file, and to ask for the job: {@code Ticket} of {@code
 * openapi.yaml}.
 *
 * @param uploadUrl where to PUT the file
 * @param headers what to send with it, to the letter
 * @param expiresAt when the URL ends
 */
public record Ticket(
    String jobId, String uploadUrl, Map<String, String> headers, Instant expiresAt) {
  static Ticket of(JobRef ref, SignedUrl url) {
    return new Ticket(ref.jobId(), url.url(), url.headers(), url.expiresAt());
  }
}
