package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * The first event of a function, and what has to come of it.
 *
 * @param function the function's logical id in the template
 * @param table what the table does: {@code takes every write} or {@code refuses connections}
 * @param answer what the answer has to hold, by JSON pointer; null when there is to be none
 * @param error what the error document has to hold; null when there is to be none
 */
record FirstCall(
    String function,
    String title,
    JsonNode event,
    String table,
    Map<String, JsonNode> answer,
    Map<String, JsonNode> error) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<FirstCall> all() throws IOException {
    try (InputStream calls = FirstCall.class.getResourceAsStream("first-calls.json")) {
      return JSON.readerForListOf(FirstCall.class).readValue(calls);
    }
  }

  boolean tableAnswers() {
    return table.equals("takes every write");
  }

  void check(RuntimeApi.Outcome outcome) throws IOException {
    assertThat(outcome.kind()).as(outcome.body()).isEqualTo(error == null ? "response" : "error");
    JsonNode document = JSON.readTree(outcome.body());
    for (var expected : (error == null ? answer : error).entrySet()) {
      assertThat(at(document, expected.getKey()))
          .as("%s in %s", expected.getKey(), document)
          .isEqualTo(expected.getValue());
    }
    if (error != null) {
      assertThat(outcome.reason()).contains("Runtime.UserException");
      assertThat(document.fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("errorMessage", "errorType", "stackTrace");
    }
  }

  /** Follows a pointer, into JSON that stands in a text as well. */
  private static JsonNode at(JsonNode document, String pointer) throws IOException {
    JsonNode node = document;
    for (String name : pointer.substring(1).split("/")) {
      JsonNode parent = node.isTextual() ? JSON.readTree(node.textValue()) : node;
      node = parent.at("/" + name);
    }
    return node;
  }

  @Override
  public String toString() {
    return function + " " + title;
  }
}
