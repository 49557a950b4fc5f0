package dev.darkroom.client.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An album that the caller may see.
 *
 * @param albumId its id
 * @param title its title
 */
public record Album(String albumId, String title) {

  static Album of(JsonNode json) {
    return new Album(json.required("albumId").asText(), json.required("title").asText());
  }
}
