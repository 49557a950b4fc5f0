package dev.darkroom.client.journal;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What makes two uploads the same one.
 *
 * @param api the API's address
 * @param album the album's id, or the empty text
 * @param checksumSha256 of the file's bytes, in Base64
 */
public record Key(String api, String album, String checksumSha256) {

  static Key of(JsonNode json) {
    return new Key(
        json.required("api").asText(),
        json.required("album").asText(),
        json.required("checksumSha256").asText());
  }
}
