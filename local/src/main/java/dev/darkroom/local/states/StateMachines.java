package dev.darkroom.local.states;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.states.execution.Definition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** The state machines of the service, by ARN. */
final class StateMachines {
  private final Map<String, StateMachine> machines = new ConcurrentSkipListMap<>();

  void add(StateMachine machine) {
    StateMachine before = machines.putIfAbsent(machine.arn(), machine);
    if (before != null && !before.isMadeLike(machine)) {
      throw AwsError.badRequest(
          "StateMachineAlreadyExists", "State Machine Already Exists: '" + machine.arn() + "'");
    }
  }

  StateMachine get(String arn) {
    StateMachine machine = machines.get(arn);
    if (machine == null) {
      throw doesNotExist(arn);
    }
    return machine;
  }

  /** Changes a state machine; the executions that run go on as they began. */
  StateMachine update(String arn, UnaryOperator<Definition> change) {
    StateMachine machine =
        machines.computeIfPresent(
            arn,
            (key, before) ->
                new StateMachine(
                    arn, before.name(), before.created(), change.apply(before.definition())));
    if (machine == null) {
      throw doesNotExist(arn);
    }
    return machine;
  }

  private static AwsError doesNotExist(String arn) {
    return AwsError.badRequest(
        "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
  }

  List<StateMachine> all() {
    return List.copyOf(machines.values());
  }
}
