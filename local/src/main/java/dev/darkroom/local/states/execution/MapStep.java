package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.ErrorEquals;
import dev.darkroom.local.states.asl.MapState;
import dev.darkroom.local.states.jsonata.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one attempt of a Map state. */
final class MapStep implements Step {
  private final MapState state;

  MapStep(MapState state) {
    this.state = state;
  }

  @Override
  public Exit take(Visit visit) throws InterruptedException {
    Optional<Fork> kept = visit.takeKept();
    JsonNode items = kept.isPresent() ? kept.get().data() : items(visit);
    int atOnce = atOnce(visit);
    Fork fork = kept.isPresent() ? kept.get() : fork(visit, items);
    ArrayNode result = run(branches(visit, items, fork), atOnce, visit.walk());
    return visit.exit(
        state.way().effects(), visit.bindings().with("result", result), result, state.way().next());
  }

  private JsonNode items(Visit visit) {
    JsonNode items = state.items().map(visit::evaluate).orElse(visit.input());
    if (items.isArray()) {
      return items;
    } else if (state.items().isPresent()) {
      throw visit.evaluationFailed(state.items().get().unexpected("array", items));
    }
    throw visit.failure(
        ErrorEquals.RUNTIME, "The state has no 'Items', and its input is not an array.");
  }

  private int atOnce(Visit visit) {
    int wanted =
        state
            .maxConcurrency()
            .map(field -> IntegerField.evaluate(field, visit, 0, Integer.MAX_VALUE))
            .orElse(0);
    return wanted == 0 ? MapState.MOST_AT_ONCE : Math.min(wanted, MapState.MOST_AT_ONCE);
  }

  private static Fork fork(Visit visit, JsonNode items) {
    ObjectNode length = JsonNodeFactory.instance.objectNode().put("length", items.size());
    return visit.walk().fork("MapStateStarted", length, items, items.size());
  }

  private List<Branch> branches(Visit visit, JsonNode items, Fork fork) {
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ObjectNode item = JsonNodeFactory.instance.objectNode();
      item.putObject("Item").put("Index", i).set("Value", items.get(i));
      JsonNode input = input(visit, items.get(i), item);
      Walk inner = visit.walk().inner(fork.branches().get(i), item);
      branches.add(new Branch(i, inner, state.processor(), input));
    }
    return branches;
  }

  private JsonNode input(Visit visit, JsonNode value, ObjectNode item) {
    if (state.itemSelector().isEmpty()) {
      return value;
    }
    Template selector = state.itemSelector().get();
    JsonNode input = visit.evaluate(selector, visit.bindings(item));
    return visit.limited(input, "The input of an iteration");
  }

  private ArrayNode run(List<Branch> branches, int atOnce, Walk walk) throws InterruptedException {
    try {
      ArrayNode result = new Branches(walk, Iteration.of(state.name())).run(branches, atOnce);
      long last = walk.lastEvent();
      walk.record("MapStateSucceeded", History.nothing());
      walk.continueAfter(last);
      return result;
    } catch (StatesError error) {
      walk.record("MapStateFailed", History.nothing());
      throw error;
    }
  }
}
