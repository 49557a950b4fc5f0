package dev.darkroom.local.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.lambda.FunctionError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * A call of a step's function, as an execution made it.
 *
 * @param function the function's ARN
 * @param payload what it was given
 */
record StepCall(String function, ObjectNode payload) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The last call of each state that calls a function, in the order in which they were entered. */
  static Map<String, StepCall> of(List<HistoryEvent> history) throws JsonProcessingException {
    Map<String, StepCall> calls = new LinkedHashMap<>();
    String state = "";
    for (HistoryEvent event : history) {
      if (event.stateEnteredEventDetails() != null) {
        state = event.stateEnteredEventDetails().name();
      }
      if (event.taskScheduledEventDetails() != null) {
        JsonNode arguments = JSON.readTree(event.taskScheduledEventDetails().parameters());
        calls.put(
            state,
            new StepCall(
                arguments.path("FunctionName").asText(), arguments.withObject("/Payload")));
      }
    }
    return calls;
  }

  /** A run of ReconcileJobs as the schedule makes it, but of all that is in flight. */
  static StepCall reconciliation(RunningCloud running) {
    return new StepCall(
        running.cloud().outputs().get("ReconcileJobsFunctionName"),
        JSON.createObjectNode().put("unchangedSeconds", 0));
  }

  /** The same call with another payload. */
  StepCall with(Consumer<ObjectNode> change) {
    ObjectNode changed = payload.deepCopy();
    change.accept(changed);
    return new StepCall(function, changed);
  }

  /**
   * Makes the call.
   *
   * @throws FunctionError when the step fails; {@code errorType} is what the state machine sees
   */
  JsonNode make(RunningCloud running) throws FunctionError, InterruptedException {
    return running.cloud().functions().invoke(function, payload);
  }
}
