package dev.darkroom.client.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.client.http.RetryAfter;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The API, or S3, does not take a request. Its message is the detail that was answered. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final transient ObjectNode problem;
  private final transient Optional<Duration> retryAfter;

  private Refused(ObjectNode problem, Optional<Duration> retryAfter) {
    super(problem.path("detail").asText());
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** An answer of the API: a problem document, or the {@code message} of API Gateway. */
  public static Refused by(HttpResponse<String> answer) {
    ObjectNode problem = JSON.createObjectNode();
    try {
      if (JSON.readTree(answer.body()) instanceof ObjectNode object) {
        problem = object;
      }
    } catch (JsonProcessingException e) {
      problem.put("detail", answer.body()); // It is no JSON: told as it came.
    }
    if (!problem.path("detail").isTextual()) {
      problem.put("detail", problem.path("message").asText("It answered nothing."));
    }
    return new Refused(problem.put("status", answer.statusCode()), RetryAfter.of(answer));
  }

  /** A refusal in the words of this side. */
  public static Refused with(int status, String detail) {
    return new Refused(
        JSON.createObjectNode().put("status", status).put("detail", detail), Optional.empty());
  }

  /** The HTTP status. */
  public int status() {
    return problem.path("status").asInt();
  }

  /** The problem document; {@code status} and {@code detail} are always there. */
  public JsonNode problem() {
    return problem;
  }

  /** How long to wait before the same is asked again. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
