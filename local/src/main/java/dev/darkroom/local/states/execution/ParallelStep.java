package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.darkroom.local.states.asl.ParallelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one attempt of a Parallel state. */
final class ParallelStep implements Step {
  private final ParallelState state;

  ParallelStep(ParallelState state) {
    this.state = state;
  }

  @Override
  public Exit take(Visit visit) throws InterruptedException {
    Walk walk = visit.walk();
    Optional<Fork> kept = visit.takeKept();
    Fork fork = kept.isPresent() ? kept.get() : fork(visit);
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < state.branches().size(); i++) {
      Walk inner = walk.inner(fork.branches().get(i));
      branches.add(new Branch(i, inner, state.branches().get(i), fork.data()));
    }
    ArrayNode result = run(branches, walk);
    return visit.exit(
        state.way().effects(), visit.bindings().with("result", result), result, state.way().next());
  }

  private Fork fork(Visit visit) {
    JsonNode input = state.arguments().map(visit::evaluate).orElse(visit.input());
    visit.limited(input, "The branches' input");
    int branches = state.branches().size();
    return visit.walk().fork("ParallelStateStarted", History.nothing(), input, branches);
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
