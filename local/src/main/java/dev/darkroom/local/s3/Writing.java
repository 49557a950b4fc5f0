package dev.darkroom.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * An object that is being written.
 *
 * @param reason the call that writes it, as an event names it
 */
record Writing(String bucket, String key, String reason) {
  static Writing of(JsonNode json) {
    return new Writing(
        json.path("bucket").asText(), json.path("key").asText(), json.path("reason").asText());
  }

  JsonNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("bucket", bucket)
        .put("key", key)
        .put("reason", reason);
  }
}
