package dev.darkroom.bench.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The embedded Step Functions over its wire, with its one state machine. It takes every call, so
 * none is signed.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/Welcome.html">Step
 *     Functions API reference</a>
 */
public final class StepFunctions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int PAGE = 1000;

  private final URI endpoint;
  private final String machine;

  private StepFunctions(URI endpoint, String machine) {
    this.endpoint = endpoint;
    this.machine = machine;
  }

  static StepFunctions at(URI endpoint) throws IOException, InterruptedException {
    JsonNode machines = call(endpoint, "ListStateMachines", JSON.createObjectNode());
    String machine =
        machines.required("stateMachines").required(0).required("stateMachineArn").asText();
    return new StepFunctions(endpoint, machine);
  }

  /** The newest executions, newest first, at most 1000. */
  public List<String> newest(int most) throws IOException, InterruptedException {
    ObjectNode request = ofMachine().put("maxResults", most);
    return arns(call(endpoint, "ListExecutions", request));
  }

  /**
   * All executions.
   *
   * @param status as {@code RUNNING}, or empty for any
   */
  public List<String> executions(Optional<String> status) throws IOException, InterruptedException {
    ObjectNode request = ofMachine().put("maxResults", PAGE);
    status.ifPresent(filter -> request.put("statusFilter", filter));
    List<String> arns = new ArrayList<>();
    JsonNode page;
    do {
      page = call(endpoint, "ListExecutions", request);
      arns.addAll(arns(page));
      request.put("nextToken", page.path("nextToken").asText());
    } while (page.has("nextToken"));
    return arns;
  }

  /** What DescribeExecution tells. */
  public JsonNode describe(String executionArn) throws IOException, InterruptedException {
    return call(endpoint, "DescribeExecution", ofExecution(executionArn));
  }

  /** Starts another execution with this input, and returns its ARN. */
  public String start(String input) throws IOException, InterruptedException {
    ObjectNode request = ofMachine().put("input", input);
    return call(endpoint, "StartExecution", request).required("executionArn").asText();
  }

  /** What happened in an execution, without inputs and outputs. */
  public List<JsonNode> history(String executionArn) throws IOException, InterruptedException {
    ObjectNode request = ofExecution(executionArn).put("maxResults", PAGE);
    request.put("includeExecutionData", false);
    List<JsonNode> events = new ArrayList<>();
    JsonNode page;
    do {
      page = call(endpoint, "GetExecutionHistory", request);
      page.required("events").forEach(events::add);
      request.put("nextToken", page.path("nextToken").asText());
    } while (page.has("nextToken"));
    return events;
  }

  private ObjectNode ofMachine() {
    return JSON.createObjectNode().put("stateMachineArn", machine);
  }

  private static ObjectNode ofExecution(String arn) {
    return JSON.createObjectNode().put("executionArn", arn);
  }

  private static List<String> arns(JsonNode page) {
    List<String> arns = new ArrayList<>();
    page.required("executions").forEach(item -> arns.add(item.required("executionArn").asText()));
    return arns;
  }

  private static JsonNode call(URI endpoint, String operation, ObjectNode body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-target", "AWSStepFunctions." + operation)
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(operation + " answered " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
