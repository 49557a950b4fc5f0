package dev.darkroom.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.states.execution.Definition;
import dev.darkroom.local.states.execution.Execution;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The operations of the wire that are about state machines. */
final class MachineOperations {
  private final StepFunctions service;

  MachineOperations(StepFunctions service) {
    this.service = service;
  }

  JsonNode list(JsonNode request) {
    NavigableMap<Long, StateMachine> machines = new TreeMap<>();
    service.machines().all().forEach(machine -> machines.put((long) machines.size(), machine));
    return Page.of(request).answer("stateMachines", machines, MachineOperations::summary);
  }

  JsonNode describe(JsonNode request) {
    String arn = Arns.checked(Requests.text(request, "stateMachineArn"), "stateMachine");
    StateMachine machine = service.machines().get(arn);
    ObjectNode view = summary(machine);
    view.put("status", "ACTIVE");
    view.put("definition", machine.definition().text());
    view.put("roleArn", machine.definition().roleArn());
    view.put("revisionId", machine.definition().revisionId());
    view.putObject("loggingConfiguration").put("level", "OFF").put("includeExecutionData", false);
    view.putObject("tracingConfiguration").put("enabled", false);
    return view;
  }

  JsonNode describeForExecution(JsonNode request) {
    String arn = Arns.checked(Requests.text(request, "executionArn"), "execution");
    Execution execution = service.executions().get(arn);
    Definition definition = execution.definition();
    return JsonNodeFactory.instance
        .objectNode()
        .put("stateMachineArn", execution.identity().machineArn())
        .put("name", execution.identity().machineName())
        .put("definition", definition.text())
        .put("roleArn", definition.roleArn())
        .put("revisionId", definition.revisionId())
        .put("updateDate", ExecutionView.seconds(definition.updated()));
  }

  JsonNode update(JsonNode request) {
    Requests.refuse(
        request,
        "publish",
        "versionDescription",
        "loggingConfiguration",
        "tracingConfiguration",
        "encryptionConfiguration");
    String arn = Arns.checked(Requests.text(request, "stateMachineArn"), "stateMachine");
    Optional<String> definition = Requests.optionalText(request, "definition");
    Optional<String> role = Requests.optionalText(request, "roleArn");
    if (definition.isEmpty() && role.isEmpty()) {
      throw AwsError.badRequest(
          "MissingRequiredParameter", "Either the definition or the role ARN must be specified.");
    }
    Definition updated = service.update(arn, definition, role).definition();
    return JsonNodeFactory.instance
        .objectNode()
        .put("updateDate", ExecutionView.seconds(updated.updated()))
        .put("revisionId", updated.revisionId());
  }

  private static ObjectNode summary(StateMachine machine) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("stateMachineArn", machine.arn())
        .put("name", machine.name())
        .put("type", "STANDARD")
        .put("creationDate", ExecutionView.seconds(machine.created()));
  }
}
