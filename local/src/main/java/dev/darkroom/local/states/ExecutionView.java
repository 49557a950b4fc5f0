package dev.darkroom.local.states;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.execution.Execution;
import java.time.Instant;
import java.util.Optional;

/** An execution as the service's answers show it. */
final class ExecutionView {
  private ExecutionView() {}

  /** A date as AWS JSON writes it: seconds with a fraction. */
  static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }

  /** An element of ListExecutions. */
  static ObjectNode summary(Summary execution) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("executionArn", execution.identity().arn());
    view.put("stateMachineArn", execution.identity().machineArn());
    view.put("name", execution.identity().name());
    view.put("status", execution.status().name());
    view.put("startDate", seconds(execution.startDate()));
    execution.stopDate().ifPresent(date -> view.put("stopDate", seconds(date)));
    view.put("redriveCount", execution.redriveCount());
    execution.redriveDate().ifPresent(date -> view.put("redriveDate", seconds(date)));
    return view;
  }

  /** The answer of DescribeExecution. */
  static ObjectNode description(Execution execution) {
    ObjectNode view = summary(Summary.of(execution));
    view.put("input", execution.inputText());
    view.putObject("inputDetails").put("included", true);
    execution.output().ifPresent(output -> view.put("output", output));
    if (view.has("output")) {
      view.putObject("outputDetails").put("included", true);
    }
    execution.error().ifPresent(error -> view.put("error", error));
    execution.cause().ifPresent(cause -> view.put("cause", cause));
    Optional<String> obstacle = execution.notRedrivable();
    view.put("redriveStatus", redriveStatus(obstacle));
    obstacle.ifPresent(reason -> view.put("redriveStatusReason", reason));
    return view;
  }

  /**
   * Says whether an execution can be redriven.
   *
   * @param obstacle why not
   */
  static String redriveStatus(Optional<String> obstacle) {
    return obstacle.isEmpty() ? "REDRIVABLE" : "NOT_REDRIVABLE";
  }
}
