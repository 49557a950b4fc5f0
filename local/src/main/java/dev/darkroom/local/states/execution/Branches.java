package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.darkroom.local.states.asl.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Runs the flows of a Parallel or Map state: the first that fails stops the others. */
final class Branches {
  private static final Set<String> ABORTED_TYPES = Set.of("Task", "Wait", "Parallel", "Map");

  private final Walk outer;
  private final Iteration iteration;
  private final BlockingQueue<Branch> over = new LinkedBlockingQueue<>();
  private final Set<Branch> running = new LinkedHashSet<>();

  Branches(Walk outer, Iteration iteration) {
    this.outer = outer;
    this.iteration = iteration;
  }

  /**
   * Runs all branches, and goes on in the outer walk after the last event of the last one.
   *
   * @param atOnce how many run at a time
   * @return the outputs in the order of the branches
   * @throws StatesError that of the first branch that failed
   */
  ArrayNode run(List<Branch> branches, int atOnce) throws InterruptedException {
    Deque<Branch> waiting = new ArrayDeque<>();
    JsonNode[] outputs = new JsonNode[branches.size()];
    for (Branch branch : branches) {
      // One that succeeded before its execution stopped has nothing left to do.
      Optional<JsonNode> before = branch.walk().outputBefore();
      if (before.isPresent()) {
        outputs[branch.index()] = before.get();
      } else {
        waiting.add(branch);
      }
    }
    try {
      while (!waiting.isEmpty() || !running.isEmpty()) {
        while (!waiting.isEmpty() && running.size() < atOnce) {
          start(waiting.remove());
        }
        Branch done = over.take();
        running.remove(done);
        if (done.error().isPresent()) {
          throw failed(done);
        }
        // One without output or error was interrupted with the whole service.
        outputs[done.index()] = done.output().orElseThrow(InterruptedException::new);
        iteration.succeeded(done);
        outer.continueAfter(done.walk().lastEvent());
      }
    } catch (InterruptedException | StatesError e) {
      stopRunning(outer.lastEvent());
      throw e;
    }
    return JsonNodeFactory.instance.arrayNode().addAll(List.of(outputs));
  }

  private void start(Branch branch) {
    if (branch.walk().isNew()) {
      iteration.started(branch);
    }
    running.add(branch);
    outer.run().threads().execute(() -> branch.run(over::add));
  }

  private StatesError failed(Branch branch) {
    long cause = branch.walk().lastEvent();
    iteration.failed(branch);
    aborted(branch, cause);
    stopRunning(cause);
    outer.continueAfter(cause);
    return branch.error().orElseThrow();
  }

  /** Interrupts what still runs, and waits for it, so that it writes nothing afterwards. */
  private void stopRunning(long cause) {
    List<Branch> stopped = List.copyOf(running);
    stopped.forEach(Branch::cancel);
    boolean interrupted = false;
    while (!running.isEmpty()) {
      try {
        running.remove(over.take());
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    for (Branch branch : stopped) {
      if (branch.output().isPresent()) {
        // It came to its end before the interrupt.
        iteration.succeeded(branch);
      } else {
        branch.walk().continueAfter(cause);
        iteration.aborted(branch);
        aborted(branch, cause);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void aborted(Branch branch, long cause) {
    State state = branch.walk().current();
    if (state != null && ABORTED_TYPES.contains(state.type())) {
      branch.walk().continueAfter(cause);
      branch.walk().record(state.type() + "StateAborted", History.nothing());
    }
  }
}
