package dev.darkroom.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.NavigableMap;
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
    view.put("definition", machine.definition());
    view.put("roleArn", machine.roleArn());
    view.putObject("loggingConfiguration").put("level", "OFF").put("includeExecutionData", false);
    view.putObject("tracingConfiguration").put("enabled", false);
    return view;
  }

  JsonNode describeForExecution(JsonNode request) {
    String arn = Arns.checked(Requests.text(request, "executionArn"), "execution");
    StateMachine machine =
        service.machines().get(service.executions().get(arn).identity().machineArn());
    return JsonNodeFactory.instance
        .objectNode()
        .put("stateMachineArn", machine.arn())
        .put("name", machine.name())
        .put("definition", machine.definition())
        .put("roleArn", machine.roleArn())
        .put("updateDate", ExecutionView.seconds(machine.created()));
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
