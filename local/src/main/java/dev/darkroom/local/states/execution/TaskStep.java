package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.ErrorEquals;
import dev.darkroom.local.states.asl.TaskState;
import java.time.Duration;
import java.util.Optional;

/** Runs one attempt of a Task state. */
final class TaskStep implements Step {
  private final TaskState state;

  TaskStep(TaskState state) {
    this.state = state;
  }

  @Override
  public Exit take(Visit visit) throws InterruptedException {
    TaskIntegration integration = visit.run().integrations().find(state.resource()).orElseThrow();
    JsonNode arguments = state.arguments().map(visit::evaluate).orElse(visit.input());
    visit.limited(arguments, "The input of the task '" + state.resource() + "'");
    Optional<Integer> timeout =
        state
            .timeoutSeconds()
            .map(field -> IntegerField.evaluate(field, visit, 1, TaskState.LONGEST_TIMEOUT));

    ObjectNode scheduled = integration.scheduled(arguments);
    timeout.ifPresent(seconds -> scheduled.put("timeoutInSeconds", seconds));
    visit.walk().record(integration.events() + "Scheduled", scheduled);
    visit.walk().record(integration.events() + "Started", integration.identity());
    JsonNode result = result(visit, integration, arguments, timeout.map(Duration::ofSeconds));

    ObjectNode succeeded = History.payload("output", result.toString());
    visit
        .walk()
        .record(integration.events() + "Succeeded", succeeded.setAll(integration.identity()));
    return visit.exit(
        state.way().effects(), visit.bindings().with("result", result), result, state.way().next());
  }

  private JsonNode result(
      Visit visit, TaskIntegration integration, JsonNode arguments, Optional<Duration> timeout)
      throws InterruptedException {
    try {
      JsonNode result = TimedCall.await(() -> integration.call(arguments), timeout, visit.run());
      return visit.limited(result, "The result of the task '" + state.resource() + "'");
    } catch (StatesError error) {
      boolean timedOut = error.error().equals(ErrorEquals.TIMEOUT);
      visit
          .walk()
          .record(
              integration.events() + (timedOut ? "TimedOut" : "Failed"),
              integration.identity().setAll(error.details()));
      throw error;
    }
  }
}
