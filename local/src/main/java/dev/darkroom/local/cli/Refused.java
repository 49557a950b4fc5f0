package dev.darkroom.local.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** The API does not take a request. */
public final class Refused extends RuntimeException {
  private final transient JsonNode problem;

  /**
   * @param problem the problem document
   */
  Refused(JsonNode problem) {
    super(problem.path("detail").asText(problem.toString()));
    this.problem = problem;
  }

  /** The problem document, as the API gave it. */
  public JsonNode problem() {
    return problem;
  }
}
