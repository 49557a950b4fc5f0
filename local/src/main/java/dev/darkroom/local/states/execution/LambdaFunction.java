package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.TaskState;
import java.util.Optional;
import java.util.regex.Pattern;

/** A function named by its ARN as a Task's resource: arguments in, answer out. */
final class LambdaFunction implements TaskIntegration {
  static final Pattern RESOURCE =
      Pattern.compile("arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:function:[^:]+(:[^:]+)?");

  private final String arn;
  private final LambdaCall lambda;

  LambdaFunction(String arn, LambdaCall lambda) {
    this.arn = arn;
    this.lambda = lambda;
  }

  @Override
  public Optional<String> complaint(TaskState task) {
    return Optional.empty();
  }

  @Override
  public String events() {
    return "LambdaFunction";
  }

  @Override
  public ObjectNode identity() {
    return History.nothing();
  }

  @Override
  public ObjectNode scheduled(JsonNode arguments) {
    return History.payload("input", arguments.toString()).put("resource", arn);
  }

  @Override
  public JsonNode call(JsonNode arguments) throws InterruptedException {
    return lambda.invoke(arn, arguments);
  }
}
