package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/** An answer, its body read back. */
public record Answer(int status, Map<String, String> headers, JsonNode body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static Answer of(APIGatewayV2HTTPResponse response) {
    return new Answer(response.getStatusCode(), response.getHeaders(), body(response.getBody()));
  }

  private static JsonNode body(String text) {
    return text == null ? MissingNode.getInstance() : json(text);
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("This is not JSON: " + text, e);
    }
  }

  public String text(String field) {
    return body.path(field).asText();
  }

  /** The last part of a problem's type. */
  public String problem() {
    return text("type").replace("urn:darkroom:problem:", "");
  }
}
