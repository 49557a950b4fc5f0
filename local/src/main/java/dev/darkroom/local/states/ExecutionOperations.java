package dev.darkroom.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.HistoryEvent;
import dev.darkroom.local.states.execution.Status;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The operations of the wire that are about executions. */
final class ExecutionOperations {
  private static final int LONGEST_TOKEN = 64;

  private final StepFunctions service;

  ExecutionOperations(StepFunctions service) {
    this.service = service;
  }

  JsonNode start(JsonNode request) {
    String machine = Arns.checked(Requests.text(request, "stateMachineArn"), "stateMachine");
    Optional<String> name = Requests.optionalText(request, "name");
    String input = Requests.optionalText(request, "input").orElse("{}");
    Execution execution = service.start(machine, name, input);
    return JsonNodeFactory.instance
        .objectNode()
        .put("executionArn", execution.identity().arn())
        .put("startDate", ExecutionView.seconds(execution.startDate()));
  }

  JsonNode describe(JsonNode request) {
    return ExecutionView.description(execution(request));
  }

  JsonNode stop(JsonNode request) {
    Execution execution = execution(request);
    execution.abort(
        Requests.optionalText(request, "error"), Requests.optionalText(request, "cause"));
    return JsonNodeFactory.instance
        .objectNode()
        .put("stopDate", ExecutionView.seconds(execution.stopDate().orElseThrow()));
  }

  JsonNode redrive(JsonNode request) {
    Execution execution = execution(request);
    Optional<String> token = Requests.optionalText(request, "clientToken");
    if (token.map(text -> text.isEmpty() || text.length() > LONGEST_TOKEN).orElse(false)) {
      throw AwsError.badRequest(
          "ValidationException",
          "'clientToken' must have between 1 and " + LONGEST_TOKEN + " characters.");
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("redriveDate", ExecutionView.seconds(service.redrive(execution, token)));
  }

  JsonNode list(JsonNode request) {
    Requests.refuse(request, "mapRunArn");
    String machine = Arns.checked(Requests.text(request, "stateMachineArn"), "stateMachine");
    service.machines().get(machine);
    Optional<Status> filter = Requests.optionalText(request, "statusFilter").map(this::status);
    Optional<Boolean> redriven =
        Requests.optionalText(request, "redriveFilter").map(ExecutionOperations::redriven);
    NavigableMap<Long, Summary> executions = service.executions().newestFirst();
    executions
        .values()
        .removeIf(
            execution ->
                !execution.identity().machineArn().equals(machine)
                    || filter.map(status -> status != execution.status()).orElse(false)
                    || redriven.map(wanted -> wanted != isRedriven(execution)).orElse(false));
    return Page.of(request).answer("executions", executions, ExecutionView::summary);
  }

  private static boolean isRedriven(Summary execution) {
    return execution.redriveCount() > 0;
  }

  private static boolean redriven(String filter) {
    if (filter.equals("REDRIVEN") || filter.equals("NOT_REDRIVEN")) {
      return filter.equals("REDRIVEN");
    }
    throw AwsError.badRequest(
        "ValidationException", "The redrive filter '" + filter + "' is not supported.");
  }

  private Status status(String name) {
    return Arrays.stream(Status.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                AwsError.badRequest(
                    "ValidationException", "The status '" + name + "' is not supported."));
  }

  JsonNode history(JsonNode request) {
    NavigableMap<Long, HistoryEvent> events = new TreeMap<>();
    execution(request).history().events().forEach(event -> events.put(event.id(), event));
    boolean reverse = request.path("reverseOrder").asBoolean();
    boolean withData = request.path("includeExecutionData").asBoolean(true);
    return Page.of(request)
        .answer(
            "events", reverse ? events.descendingMap() : events, event -> event.toJson(withData));
  }

  private Execution execution(JsonNode request) {
    return service
        .executions()
        .get(Arns.checked(Requests.text(request, "executionArn"), "execution"));
  }
}
