package dev.darkroom.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.cloudwatch.CloudWatch;
import dev.darkroom.local.cloudwatch.Metric;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the parts tell CloudWatch of what happens in them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">Types
 *     of metrics for Lambda functions</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html">
 *     Monitoring Step Functions metrics</a>
 */
final class Telemetry {
  static final String FUNCTIONS = "AWS/Lambda";
  static final String FUNCTION_NAME = "FunctionName";
  static final Set<String> FUNCTION_METRICS = Set.of("Invocations", "Errors");
  static final String MACHINES = "AWS/States";
  static final String MACHINE_ARN = "StateMachineArn";
  static final Map<String, String> MACHINE_METRICS =
      Map.of(
          "FAILED", "ExecutionsFailed",
          "TIMED_OUT", "ExecutionsTimedOut",
          "ABORTED", "ExecutionsAborted",
          "SUCCEEDED", "ExecutionsSucceeded");

  private final CloudWatch cloudWatch;

  Telemetry(CloudWatch cloudWatch) {
    this.cloudWatch = cloudWatch;
  }

  /** Counts an invocation, and whether it failed; one that did not is told as 0 errors. */
  void invocationEnded(String function, boolean failed) {
    cloudWatch.count(new Metric(FUNCTIONS, "Invocations", FUNCTION_NAME, function), 1);
    cloudWatch.count(new Metric(FUNCTIONS, "Errors", FUNCTION_NAME, function), failed ? 1 : 0);
  }

  /** Counts the executions that status changes tell of, and hands the events on. */
  Consumer<ObjectNode> counting(Consumer<ObjectNode> events) {
    return event -> {
      JsonNode detail = event.path("detail");
      String metric = MACHINE_METRICS.get(detail.path("status").asText());
      if (metric != null) {
        String machine = detail.path("stateMachineArn").asText();
        cloudWatch.count(new Metric(MACHINES, metric, MACHINE_ARN, machine), 1);
      }
      events.accept(event);
    };
  }
}
