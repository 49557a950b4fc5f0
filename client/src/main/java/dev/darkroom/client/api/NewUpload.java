package dev.darkroom.client.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A file that is about to be uploaded.
 *
 * @param fileName without folders
 * @param contentType its media type
 * @param contentLength bytes
 * @param checksumSha256 Base64 of its SHA-256
 */
public record NewUpload(
    String fileName, String contentType, long contentLength, String checksumSha256) {

  /** The fields of the API. */
  JsonNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("fileName", fileName)
        .put("contentType", contentType)
        .put("contentLength", contentLength)
        .put("checksumSha256", checksumSha256);
  }
}
