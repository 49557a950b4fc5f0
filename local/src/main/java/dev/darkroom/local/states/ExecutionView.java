package dev.darkroom.local.states;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.Status;
import java.time.Instant;

/** An execution as the service's answers show it. */
final class ExecutionView {
  private ExecutionView() {}

  /** A date as AWS JSON writes it: seconds with a fraction. */
  static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }

  /** An element of ListExecutions. */
  static ObjectNode summary(Execution execution) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("executionArn", execution.identity().arn());
    view.put("stateMachineArn", execution.identity().machineArn());
    view.put("name", execution.identity().name());
    view.put("status", execution.status().name());
    view.put("startDate", seconds(execution.startDate()));
    execution.stopDate().ifPresent(date -> view.put("stopDate", seconds(date)));
    return view.put("redriveCount", 0);
  }

  /** The answer of DescribeExecution. */
  static ObjectNode description(Execution execution) {
    ObjectNode view = summary(execution);
    view.put("input", execution.inputText());
    view.putObject("inputDetails").put("included", true);
    execution.output().ifPresent(output -> view.put("output", output));
    if (view.has("output")) {
      view.putObject("outputDetails").put("included", true);
    }
    execution.error().ifPresent(error -> view.put("error", error));
    execution.cause().ifPresent(cause -> view.put("cause", cause));
    view.put("redriveStatus", "NOT_REDRIVABLE");
    return view.put("redriveStatusReason", redriveReason(execution.status()));
  }

  static String redriveReason(Status status) {
    return status == Status.RUNNING || status == Status.SUCCEEDED
        ? "Execution is " + status + " and cannot be redriven"
        : "RedriveExecution is not supported locally";
  }
}
