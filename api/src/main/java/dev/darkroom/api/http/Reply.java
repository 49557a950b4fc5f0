package dev.darkroom.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.json.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer: its status, its headers in lower case, and what is written as JSON, or null. No answer
 * may be kept by a cache: each holds a signed URL or what is true now.
 */
public record Reply(int status, Map<String, String> headers, Object body) {
  private static final ObjectMapper JSON =
      Json.mapper().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);

  private static final int NO_CONTENT = 204;

  public Reply {
    headers = Map.copyOf(headers);
  }

  /** An answer in plain JSON. */
  public static Reply json(int status, Object body) {
    return new Reply(
        status, Map.of("content-type", "application/json", "cache-control", "no-store"), body);
  }

  /** Done, and there is nothing to tell. */
  public static Reply nothing() {
    return new Reply(NO_CONTENT, Map.of("cache-control", "no-store"), null);
  }

  /** An error. */
  static Reply problem(Problem problem) {
    return new Reply(
        problem.status(),
        Map.of("content-type", "application/problem+json", "cache-control", "no-store"),
        problem);
  }

  public Reply with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body);
  }

  APIGatewayV2HTTPResponse response() {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(headers)
        .withBody(text())
        .withIsBase64Encoded(false)
        .build();
  }

  private String text() {
    if (body == null) {
      return null;
    }
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written as JSON.", e);
    }
  }
}
