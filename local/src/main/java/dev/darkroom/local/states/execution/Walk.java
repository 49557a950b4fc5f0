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
  private final Place place;
  private final Scope scope;
  private final ObjectNode mapItem;
  private long lastEvent;
  private volatile State current;

  private Walk(Run run, Place place, Scope scope, ObjectNode mapItem, long lastEvent) {
    this.run = run;
    this.place = place;
    this.scope = scope;
    this.mapItem = mapItem;
    this.lastEvent = lastEvent;
  }

  /** A walk through the machine's flow, from where the execution stands. */
  static Walk outermost(Run run) {
    Place place = run.execution().history().outermost();
    return new Walk(run, place, new Scope(place.variables()), null, place.lastEvent());
  }

  /** A walk through a flow inside the current state, from where that flow stands. */
  Walk inner(Place inner) {
    return inner(inner, mapItem);
  }

  /** The same, for an item of a Map. */
  Walk inner(Place inner, ObjectNode item) {
    long after = isNew(inner) ? lastEvent : inner.lastEvent();
    return new Walk(run, inner, new Scope(inner.variables()), item, after);
  }

  private static boolean isNew(Place place) {
    return place.lastEvent() == 0;
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

  /** Whether the flow has not begun. */
  boolean isNew() {
    return isNew(place);
  }

  /** The output of a flow that was over before this walk. */
  Optional<JsonNode> outputBefore() {
    return place.over() ? Optional.of(place.data()) : Optional.empty();
  }

  /** The state that the walk is in; null before the first. */
  State current() {
    return current;
  }

  /** Adds an event that follows from this walk's last one. */
  long record(String type, ObjectNode details) {
    return record(type, details, new Move.Stay());
  }

  private long record(String type, ObjectNode details, Move move) {
    Entry entry = new Entry(run.time().now(), lastEvent, type, details, move);
    lastEvent = run.execution().history().add(run.number(), place, entry);
    return lastEvent;
  }

  /** Writes down that an attempt of a Parallel or Map state begins. */
  Fork fork(String type, ObjectNode details, JsonNode data, int branches) {
    Fork fork = Fork.of(place, data, branches);
    record(type, details, new Move.Split(fork));
    return fork;
  }

  /** Writes down that the walk pauses before the current state is tried again. */
  void pauses(Backoff backoff) {
    run.execution().history().pauses(run.number(), place, backoff);
  }

  /**
   * Runs a flow to its end, from where it stands.
   *
   * @param input the flow's input, for one that has not begun
   * @return the flow's output
   * @throws StatesError when a state fails and nothing catches it
   */
  JsonNode through(Flow flow, JsonNode input) throws InterruptedException {
    if (place.over()) {
      return place.data();
    }
    boolean begun = place.state() != null;
    JsonNode data = begun ? place.data() : input;
    Optional<String> next = Optional.of(begun ? place.state() : flow.startAt());
    boolean inside = place.inside();
    while (next.isPresent()) {
      State state = flow.states().get(next.get());
      Exit exit = inside ? goOn(state) : enter(state, data);
      leave(state, exit);
      inside = false;
      data = exit.output();
      next = exit.next();
    }
    return data;
  }

  /** Takes up a state that was entered before; its entry stands in the history. */
  private Exit goOn(State state) throws InterruptedException {
    current = state;
    return Steps.of(state).take(Visit.again(this, state, place));
  }

  private Exit enter(State state, JsonNode input) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    current = state;
    ObjectNode details = History.payload("input", input.toString());
    details.put("name", state.name());
    Move.Enter move = new Move.Enter(state.name(), input);
    long entered = record(state.type() + "StateEntered", details, move);
    return Steps.of(state).take(new Visit(this, state, input, entered));
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
    Move.Leave move = new Move.Leave(exit.next(), exit.output(), exit.assigned());
    record(state.type() + "StateExited", details, move);
    scope.assign(exit.assigned());
  }
}
