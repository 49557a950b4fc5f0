package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.darkroom.local.states.asl.ParallelState;
import java.util.ArrayList;
import java.util.List;

/** Runs one attempt of a Parallel state. */
final class ParallelStep implements Step {
  private final ParallelState state;

  ParallelStep(ParallelState state) {
    this.state = state;
  }

  @Override
  public Exit take(Visit visit) throws InterruptedException {
    JsonNode input = state.arguments().map(visit::evaluate).orElse(visit.input());
    visit.limited(input, "The branches' input");
    Walk walk = visit.walk();
    long started = walk.record("ParallelStateStarted", History.nothing());
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < state.branches().size(); i++) {
      branches.add(new Branch(i, walk.inner(started), state.branches().get(i), input));
    }
    ArrayNode result = run(branches, walk);
    return visit.exit(
        state.way().effects(), visit.bindings().with("result", result), result, state.way().next());
  }

  private static ArrayNode run(List<Branch> branches, Walk walk) throws InterruptedException {
    try {
      ArrayNode result = new Branches(walk, Iteration.none()).run(branches, branches.size());
      long last = walk.lastEvent();
      walk.record("ParallelStateSucceeded", History.nothing());
      walk.continueAfter(last);
      return result;
    } catch (StatesError error) {
      walk.record("ParallelStateFailed", History.nothing());
      throw error;
    }
  }
}
