package dev.darkroom.client.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What {@code GET /settings} tells of an installation.
 *
 * @param issuer the OpenID Connect issuer whose tokens the API takes
 * @param clientId the app client to sign in with
 * @param contentTypes media types that may be uploaded
 * @param maximumBytes the largest file
 * @param filesPerCall how many files may be announced in one call
 */
public record Installation(
    String issuer, String clientId, Set<String> contentTypes, long maximumBytes, int filesPerCall) {

  /** Reads the answer; what is not known here is passed over. */
  static Installation of(JsonNode settings) {
    return new Installation(
        settings.required("issuer").asText(),
        settings.required("clientId").asText(),
        StreamSupport.stream(settings.required("contentTypes").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toUnmodifiableSet()),
        settings.required("maximumBytes").asLong(),
        settings.required("filesPerCall").asInt());
  }
}
