package dev.darkroom.local.states.execution;

import dev.darkroom.local.lambda.Functions;
import dev.darkroom.local.states.asl.DefinitionReader;
import dev.darkroom.local.states.asl.TaskState;
import java.util.Optional;

/** The resources that a Task can name here. */
public final class Integrations implements DefinitionReader.TaskRule {
  private final LambdaCall lambda;
  private final LambdaInvoke lambdaInvoke;

  /**
   * @param region the region that events name
   */
  public Integrations(String region, Functions functions) {
    this.lambda = new LambdaCall(functions);
    this.lambdaInvoke = new LambdaInvoke(region, lambda);
  }

  Optional<TaskIntegration> find(String resource) {
    if (resource.equals(LambdaInvoke.RESOURCE)) {
      return Optional.of(lambdaInvoke);
    } else if (LambdaFunction.RESOURCE.matcher(resource).matches()) {
      return Optional.of(new LambdaFunction(resource, lambda));
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> complaint(TaskState task) {
    return find(task.resource())
        .map(integration -> integration.complaint(task))
        .orElseGet(
            () -> Optional.of("The resource '" + task.resource() + "' is not supported locally"));
  }
}
