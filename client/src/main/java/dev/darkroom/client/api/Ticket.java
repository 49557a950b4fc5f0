package dev.darkroom.client.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What it takes to send one file.
 *
 * @param jobId the job that the file will be
 * @param uploadUrl where to PUT it
 * @param headers what the PUT must send, to the letter
 * @param expiresAt when the URL ends
 */
public record Ticket(String jobId, URI uploadUrl, Map<String, String> headers, Instant expiresAt) {

  /** Reads what the API answers for one file. */
  public static Ticket of(JsonNode item) {
    Map<String, String> headers = new TreeMap<>();
    item.required("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return new Ticket(
        item.required("jobId").asText(),
        URI.create(item.required("uploadUrl").asText()),
        headers,
        Instant.parse(item.required("expiresAt").asText()));
  }
}
