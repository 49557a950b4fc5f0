package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.ErrorEquals;
import dev.darkroom.local.states.asl.TaskState;
import java.util.Optional;
import java.util.Set;

/**
 * {@code arn:aws:states:::lambda:invoke}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">Invoke an
 *     AWS Lambda function with Step Functions</a>
 */
final class LambdaInvoke implements TaskIntegration {
  static final String RESOURCE = "arn:aws:states:::lambda:invoke";
  private static final Set<String> ARGUMENTS = Set.of("FunctionName", "Payload");

  private final String region;
  private final LambdaCall lambda;

  LambdaInvoke(String region, LambdaCall lambda) {
    this.region = region;
    this.lambda = lambda;
  }

  @Override
  public Optional<String> complaint(TaskState task) {
    if (task.arguments().isEmpty()) {
      return Optional.of("The field 'Arguments' is required but was missing");
    } else if (task.arguments().get().isExpression()) {
      return Optional.empty();
    }
    return complaint(task.arguments().get().source());
  }

  private static Optional<String> complaint(JsonNode arguments) {
    if (!arguments.has("FunctionName")) {
      return Optional.of("The field 'FunctionName' is required but was missing in 'Arguments'");
    }
    for (var field : arguments.properties()) {
      if (!ARGUMENTS.contains(field.getKey())) {
        return Optional.of("The argument '" + field.getKey() + "' is not supported locally");
      }
    }
    return Optional.empty();
  }

  @Override
  public String events() {
    return "Task";
  }

  @Override
  public ObjectNode identity() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("resourceType", "lambda")
        .put("resource", "invoke");
  }

  @Override
  public ObjectNode scheduled(JsonNode arguments) {
    return identity().put("region", region).put("parameters", arguments.toString());
  }

  @Override
  public JsonNode call(JsonNode arguments) throws InterruptedException {
    complaint(arguments)
        .ifPresent(
            complaint -> {
              throw new StatesError(ErrorEquals.RUNTIME, complaint);
            });
    JsonNode payload =
        arguments.has("Payload") ? arguments.get("Payload") : JsonNodeFactory.instance.objectNode();
    JsonNode answer = lambda.invoke(arguments.get("FunctionName").asText(), payload);
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("ExecutedVersion", "$LATEST");
    result.set("Payload", answer);
    return result.put("StatusCode", 200);
  }
}
