package dev.darkroom.local.states.asl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Checks the transitions of a flow: they lead to states, to every state, and to an end. */
final class FlowGraph {
  private FlowGraph() {}

  static void check(Flow flow, String location) {
    target(flow, flow.startAt(), location + "/StartAt");
    for (State state : flow.states().values()) {
      String place = location + "/States/" + state.name();
      state.successors().forEach(next -> target(flow, next, place));
    }
    Set<String> reached = reached(flow);
    for (String name : flow.states().keySet()) {
      if (!reached.contains(name)) {
        throw InvalidDefinition.of(
            "MISSING_TRANSITION_TARGET",
            "State \"" + name + "\" is not reachable.",
            location + "/States/" + name);
      }
    }
    if (flow.states().values().stream().noneMatch(State::isEnd)) {
      throw InvalidDefinition.of(
          "MISSING_END_STATE", "No state ends the flow.", location + "/States");
    }
  }

  private static void target(Flow flow, String name, String location) {
    if (!flow.states().containsKey(name)) {
      throw InvalidDefinition.of(
          "MISSING_TRANSITION_TARGET", "Missing state \"" + name + "\",", location);
    }
  }

  private static Set<String> reached(Flow flow) {
    Set<String> reached = new HashSet<>();
    Deque<String> ahead = new ArrayDeque<>();
    ahead.add(flow.startAt());
    while (!ahead.isEmpty()) {
      String name = ahead.remove();
      if (reached.add(name)) {
        flow.states().get(name).successors().forEach(ahead::add);
      }
    }
    return reached;
  }
}
