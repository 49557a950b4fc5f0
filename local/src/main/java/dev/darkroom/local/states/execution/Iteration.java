package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes down the iterations of a Map; the branches of a Parallel have no such events. */
final class Iteration {
  private final String mapState;

  private Iteration(String mapState) {
    this.mapState = mapState;
  }

  static Iteration of(String mapState) {
    return new Iteration(mapState);
  }

  static Iteration none() {
    return new Iteration(null);
  }

  void started(Branch branch) {
    record(branch, "MapIterationStarted");
  }

  void succeeded(Branch branch) {
    record(branch, "MapIterationSucceeded");
  }

  void failed(Branch branch) {
    record(branch, "MapIterationFailed");
  }

  void aborted(Branch branch) {
    record(branch, "MapIterationAborted");
  }

  private void record(Branch branch, String type) {
    if (mapState != null) {
      ObjectNode details = JsonNodeFactory.instance.objectNode();
      branch.walk().record(type, details.put("name", mapState).put("index", branch.index()));
    }
  }
}
