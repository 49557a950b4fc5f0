package dev.darkroom.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.lambda.FunctionError;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A run of an upload in which a test is the state machine: it calls the deployed functions with
 * what an execution gave them, in any order, as often as it likes, and does between two calls what
 * it likes. Nothing else holds the job.
 */
final class RunByHand {
  static final List<String> STEPS =
      List.of("Validate", "Resize", "DetectLabels", "Persist", "Notify");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningCloud running;
  private final Map<String, StepCall> calls;
  private final JsonNode event;
  private final String executionArn;
  private final ObjectNode outcome = JSON.createObjectNode();
  private JsonNode settled;

  /**
   * @param pattern an execution of a photo, whose calls are made again
   * @param event the upload to process
   */
  RunByHand(RunningCloud running, Execution pattern, String event) throws Exception {
    this.running = running;
    this.calls = pattern.calls();
    this.event = JSON.readTree(event);
    this.executionArn =
        pattern.arn().substring(0, pattern.arn().lastIndexOf(':') + 1) + UUID.randomUUID();
  }

  String executionArn() {
    return executionArn;
  }

  /** The job's id, once Validate has passed. */
  String jobId() {
    return outcome.path("photo").path("jobId").asText();
  }

  /** The call of a step, with what the steps before gave. */
  StepCall call(String step) {
    return calls
        .getOrDefault(step, calls.get("Validate"))
        .with(
            payload -> {
              payload.put("executionArn", executionArn);
              switch (step) {
                case "Validate" -> payload.set("event", event);
                case "Resize" -> payload.set("photo", outcome.path("photo"));
                case "DetectLabels" -> {
                  payload.set("photo", outcome.path("photo"));
                  payload.set("renditions", outcome.path("renditions"));
                }
                case "Persist" -> {
                  payload.set("event", event);
                  payload.set("outcome", outcome);
                }
                case "Notify" ->
                    payload
                        .put("owner", settled.path("owner").asText())
                        .put("jobId", settled.path("jobId").asText());
                default -> throw new IllegalArgumentException(step);
              }
            });
  }

  /**
   * Runs a step and keeps what it gives.
   *
   * @throws FunctionError when it fails
   */
  JsonNode step(String step) throws FunctionError, InterruptedException {
    return keep(step, call(step).make(running));
  }

  /** Keeps what a step gave, as the state machine's variables do. */
  JsonNode keep(String step, JsonNode answer) {
    switch (step) {
      case "Validate" -> outcome.set("photo", answer);
      case "Resize" -> outcome.setAll((ObjectNode) answer);
      case "DetectLabels" -> outcome.set("analysis", answer);
      case "Persist" -> settled = answer;
      default -> {}
    }
    return answer;
  }

  /** Records and tells that a step refused the file. */
  void reject(FunctionError refusal) throws FunctionError, InterruptedException {
    outcome.put("rejection", refusal.payload().path("errorMessage").asText());
    step("Persist");
    step("Notify");
  }

  /** Does what the state machine does once a step says that the job was deleted. */
  void discard() throws Exception {
    ObjectNode payload = JSON.createObjectNode();
    payload.set("event", event);
    new StepCall(running.functionOf("Discard"), payload).make(running);
  }
}
