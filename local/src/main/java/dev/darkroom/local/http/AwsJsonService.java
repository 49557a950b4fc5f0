package dev.darkroom.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/**
 * A service that speaks AWS JSON 1.0 or 1.1: the operation stands in {@code X-Amz-Target}, bodies
 * are JSON, errors carry {@code __type}.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0</a>
 */
public final class AwsJsonService implements Service {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One operation of a service. */
  @FunctionalInterface
  public interface Operation {
    /**
     * Answers one call.
     *
     * @throws AwsError what the caller is told
     */
    JsonNode call(JsonNode request) throws Exception;
  }

  private final String target;
  private final Map<String, Operation> operations;

  /**
   * @param target the target prefix before the dot, as {@code AWSStepFunctions}
   * @param operations by name, as {@code StartExecution}
   */
  public AwsJsonService(String target, Map<String, Operation> operations) {
    this.target = target;
    this.operations = Map.copyOf(operations);
  }

  @Override
  public Reply handle(Request request) throws Exception {
    String contentType = request.header("content-type").orElse("application/x-amz-json-1.0");
    try {
      JsonNode answer = operation(request).call(body(request));
      return Reply.text(200, contentType, JSON.writeValueAsString(answer));
    } catch (AwsError e) {
      ObjectNode error =
          JSON.createObjectNode().put("__type", e.code()).put("message", e.getMessage());
      return Reply.text(e.status(), contentType, JSON.writeValueAsString(error));
    }
  }

  private Operation operation(Request request) {
    String name = request.header("x-amz-target").orElse("");
    Operation operation =
        name.startsWith(target + ".") ? operations.get(name.substring(target.length() + 1)) : null;
    if (operation == null) {
      throw AwsError.badRequest(
          "UnknownOperationException", "The operation '" + name + "' is not supported locally.");
    }
    return operation;
  }

  private static JsonNode body(Request request) throws IOException {
    if (request.body().length == 0) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(request.body());
    } catch (JsonProcessingException e) {
      throw AwsError.badRequest("SerializationException", "The body is not JSON.");
    }
  }
}
