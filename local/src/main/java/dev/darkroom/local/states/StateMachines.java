package dev.darkroom.local.states;

import dev.darkroom.local.http.AwsError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The state machines of the service, by ARN. */
final class StateMachines {
  private final Map<String, StateMachine> machines = new ConcurrentSkipListMap<>();

  void add(StateMachine machine) {
    StateMachine before = machines.putIfAbsent(machine.arn(), machine);
    boolean same =
        before == null
            || (before.definition().equals(machine.definition())
                && before.roleArn().equals(machine.roleArn()));
    if (!same) {
      throw AwsError.badRequest(
          "StateMachineAlreadyExists", "State Machine Already Exists: '" + machine.arn() + "'");
    }
  }

  StateMachine get(String arn) {
    StateMachine machine = machines.get(arn);
    if (machine == null) {
      throw AwsError.badRequest(
          "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
    }
    return machine;
  }

  List<StateMachine> all() {
    return List.copyOf(machines.values());
  }
}
