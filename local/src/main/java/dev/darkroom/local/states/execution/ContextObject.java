package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.MapState;
import dev.darkroom.local.states.asl.ParallelState;
import dev.darkroom.local.states.asl.State;
import dev.darkroom.local.states.asl.TaskState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Builds {@code $states.context}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">
 *     Accessing execution data from the Context object</a>
 */
final class ContextObject {
  /** Three digits of milliseconds, always. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private ContextObject() {}

  /**
   * @param mapItem {@code Map} inside a Map, or null outside
   */
  static ObjectNode of(
      Execution execution, State state, Instant entered, int retries, ObjectNode mapItem) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    Identity identity = execution.identity();
    ObjectNode ofExecution = context.putObject("Execution");
    ofExecution.put("Id", identity.arn());
    ofExecution.set("Input", execution.input());
    ofExecution.put("StartTime", TIMESTAMP.format(execution.startDate()));
    ofExecution.put("Name", identity.name());
    ofExecution.put("RoleArn", identity.roleArn());
    ofExecution.put("RedriveCount", execution.redriveCount());
    execution
        .redriveDate()
        .ifPresent(date -> ofExecution.put("RedriveTime", TIMESTAMP.format(date)));
    ObjectNode machine = context.putObject("StateMachine");
    machine.put("Id", identity.machineArn());
    machine.put("Name", identity.machineName());
    ObjectNode ofState = context.putObject("State");
    ofState.put("Name", state.name());
    ofState.put("EnteredTime", TIMESTAMP.format(entered));
    if (canRetry(state)) {
      ofState.put("RetryCount", retries);
    }
    if (mapItem != null) {
      context.set("Map", mapItem);
    }
    return context;
  }

  private static boolean canRetry(State state) {
    return state instanceof TaskState
        || state instanceof ParallelState
        || state instanceof MapState;
  }
}
