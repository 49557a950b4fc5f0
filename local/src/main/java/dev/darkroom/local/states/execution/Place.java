package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where one flow of an execution stands: all that it takes to go on from there. It is changed by
 * the execution's history alone, with the event that tells of the change.
 */
final class Place {
  private final List<Integer> path;
  private Map<String, JsonNode> variables;
  private String state;
  private JsonNode data;
  private boolean inside;
  private boolean over;
  private Instant since;
  private long enteredEvent;
  private long lastEvent;
  private Fork fork;
  private Backoff backoff;

  private Place(List<Integer> path, Map<String, JsonNode> variables) {
    this.path = path;
    this.variables = variables;
  }

  /** The place of a machine's outermost flow, before its first state. */
  static Place outermost() {
    return new Place(List.of(), Map.of());
  }

  /** The place of a flow inside this one's state, before its first state. */
  Place branch(int index) {
    List<Integer> inner = new ArrayList<>(path);
    inner.add(index);
    return new Place(List.copyOf(inner), variables);
  }

  /** The same for a run that begins anew after an event: retries and waits start from nothing. */
  Place redriven(Instant now, long event) {
    if (over) {
      return this;
    }
    Place copy = new Place(path, variables);
    copy.state = state;
    copy.data = data;
    copy.inside = inside;
    copy.enteredEvent = enteredEvent;
    copy.since = now;
    // A branch that has not begun stays one: it has its beginning still to tell.
    copy.lastEvent = lastEvent == 0 && !path.isEmpty() ? 0 : event;
    if (fork != null) {
      List<Place> branches =
          fork.branches().stream().map(branch -> branch.redriven(now, event)).toList();
      copy.fork = new Fork(fork.data(), branches);
    }
    return copy;
  }

  /** Lets a Parallel or Map state run again as a whole. */
  void forgetBranches() {
    fork = null;
  }

  void entered(String newState, JsonNode input, HistoryEvent event) {
    state = newState;
    data = input;
    inside = true;
    since = event.timestamp();
    enteredEvent = event.id();
    fork = null;
    backoff = null;
  }

  void left(Optional<String> next, JsonNode output, Map<String, JsonNode> assigned) {
    state = next.orElse(state);
    over = next.isEmpty();
    data = output;
    inside = false;
    fork = null;
    backoff = null;
    if (!assigned.isEmpty()) {
      Map<String, JsonNode> changed = new LinkedHashMap<>(variables);
      changed.putAll(assigned);
      variables = changed;
    }
  }

  void forked(Fork newFork) {
    fork = newFork;
  }

  void waits(Backoff newBackoff) {
    backoff = newBackoff;
    fork = null;
  }

  void wrote(long event) {
    lastEvent = event;
  }

  /** The indexes of the branches that lead here, from the outermost; empty for the outermost. */
  List<Integer> path() {
    return path;
  }

  /** The state that the flow is in, comes to next, or left last; null before the first. */
  String state() {
    return state;
  }

  /** The state's input; the flow's output once it is over; null before the first state. */
  JsonNode data() {
    return data;
  }

  /** The variables when the state was entered. */
  Map<String, JsonNode> variables() {
    return variables;
  }

  /** Whether the state was entered. */
  boolean inside() {
    return inside;
  }

  boolean over() {
    return over;
  }

  /** When the state was entered, or the execution redriven in it. */
  Instant since() {
    return since;
  }

  long enteredEvent() {
    return enteredEvent;
  }

  /** The last event that this flow wrote, 0 for none. */
  long lastEvent() {
    return lastEvent;
  }

  Optional<Fork> fork() {
    return Optional.ofNullable(fork);
  }

  Optional<Backoff> backoff() {
    return Optional.ofNullable(backoff);
  }
}
