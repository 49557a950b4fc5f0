package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.Flow;
import dev.darkroom.local.states.asl.State;
import java.util.Map;
import java.util.Optional;

/** Goes through the states of one flow, and writes down what happens; used on one thread. */
final class Walk {
  private final Run run;
  private final Scope scope;
  private final ObjectNode mapItem;
  private final boolean outermost;
  private long lastEvent;
  private volatile State current;

  private Walk(Run run, Scope scope, ObjectNode mapItem, long lastEvent, boolean outermost) {
    this.run = run;
    this.scope = scope;
    this.mapItem = mapItem;
    this.lastEvent = lastEvent;
    this.outermost = outermost;
  }

  static Walk outermost(Run run) {
    return new Walk(run, new Scope(), null, 0, true);
  }

  /** A walk through a flow inside the current state, after an event of it. */
  Walk inner(long afterEvent) {
    return new Walk(run, scope.inner(), mapItem, afterEvent, false);
  }

  /** The same, for an item of a Map. */
  Walk inner(long afterEvent, ObjectNode item) {
    return new Walk(run, scope.inner(), item, afterEvent, false);
  }

  Run run() {
    return run;
  }

  /** The variables as they are now; a state sees those of its entry until it is left. */
  Map<String, JsonNode> variables() {
    return scope.variables();
  }

  Optional<ObjectNode> mapItem() {
    return Optional.ofNullable(mapItem);
  }

  long lastEvent() {
    return lastEvent;
  }

  /** Continues after an event that another walk wrote. */
  void continueAfter(long event) {
    lastEvent = event;
  }

  /** The state that the walk is in; null before the first. */
  State current() {
    return current;
  }

  /** Adds an event that follows from this walk's last one. */
  long record(String type, ObjectNode details) {
    lastEvent = run.execution().history().add(run.time().now(), lastEvent, type, details);
    return lastEvent;
  }

  /**
   * Runs a flow to its end.
   *
   * @return the flow's output
   * @throws StatesError when a state fails and nothing catches it
   */
  JsonNode through(Flow flow, JsonNode input) throws InterruptedException {
    JsonNode data = input;
    Optional<String> next = Optional.of(flow.startAt());
    while (next.isPresent()) {
      Exit exit = visit(flow.states().get(next.get()), data);
      data = exit.output();
      next = exit.next();
    }
    return data;
  }

  private Exit visit(State state, JsonNode input) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    current = state;
    if (outermost) {
      run.execution().at(new Position(state.name(), input, variables()));
    }
    ObjectNode details = History.payload("input", input.toString());
    details.put("name", state.name());
    long entered = record(state.type() + "StateEntered", details);
    Exit exit = Steps.of(state).take(new Visit(this, state, input, entered));
    leave(state, exit);
    return exit;
  }

  private void leave(State state, Exit exit) {
    ObjectNode details = History.payload("output", exit.output().toString());
    details.put("name", state.name());
    if (!exit.assigned().isEmpty()) {
      ObjectNode assigned = JsonNodeFactory.instance.objectNode();
      exit.assigned().forEach((name, value) -> assigned.put(name, value.toString()));
      details.set("assignedVariables", assigned);
      details.putObject("assignedVariablesDetails").put("truncated", false);
    }
    record(state.type() + "StateExited", details);
    scope.assign(exit.assigned());
  }
}
