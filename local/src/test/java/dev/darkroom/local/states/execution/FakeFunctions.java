package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.lambda.FunctionError;
import dev.darkroom.local.lambda.Functions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Functions that answer as a test wants. */
public final class FakeFunctions implements Functions {
  /** What a function does. */
  public interface Body {
    JsonNode answer(JsonNode payload) throws FunctionError, InterruptedException;
  }

  private final Map<String, Body> bodies = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<JsonNode> payloads = new CopyOnWriteArrayList<>();

  public FakeFunctions on(String function, Body body) {
    bodies.put(function, body);
    return this;
  }

  /** A function that fails with each of the errors in turn, and then gives back its payload. */
  public FakeFunctions failing(String function, String... errors) {
    List<String> left = new CopyOnWriteArrayList<>(errors);
    return on(
        function,
        payload -> {
          if (!left.isEmpty()) {
            throw error(left.remove(0), "no");
          }
          return payload;
        });
  }

  public static FunctionError error(String type, String message) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    return new FunctionError(type, document.put("errorMessage", message).put("errorType", type));
  }

  @Override
  public JsonNode invoke(String function, JsonNode payload)
      throws FunctionError, InterruptedException {
    calls.add(function);
    payloads.add(payload);
    Body body = bodies.get(function);
    if (body == null) {
      throw new AwsError(404, "ResourceNotFoundException", "Function not found: " + function);
    }
    return body.answer(payload);
  }

  /** The functions' names, in the order of the calls. */
  public List<String> calls() {
    return calls;
  }

  /** All payloads, in the order of the calls. */
  public List<JsonNode> payloads() {
    return payloads;
  }
}
