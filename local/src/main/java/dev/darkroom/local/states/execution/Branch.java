package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.states.asl.ErrorEquals;
import dev.darkroom.local.states.asl.Flow;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One flow of several that run at once; reports exactly once that it is over. */
final class Branch {
  private static final Logger log = LoggerFactory.getLogger(Branch.class);

  private final int index;
  private final Walk walk;
  private final Flow flow;
  private final JsonNode input;

  private Thread thread;
  private boolean cancelled;
  private JsonNode output;
  private StatesError error;

  Branch(int index, Walk walk, Flow flow, JsonNode input) {
    this.index = index;
    this.walk = walk;
    this.flow = flow;
    this.input = input;
  }

  int index() {
    return index;
  }

  Walk walk() {
    return walk;
  }

  /** Runs the flow, and then reports, whatever came of it. */
  void run(Consumer<Branch> report) {
    try {
      if (begin()) {
        end(walk.through(flow, input), null);
      }
    } catch (StatesError e) {
      end(null, e);
    } catch (InterruptedException e) {
      end(null, null);
    } catch (JournalFailed | JournalClosed e) {
      // The flow around this one finds out as well, by the next thing that it writes.
      end(null, new StatesError(ErrorEquals.RUNTIME, e.getMessage()));
    } catch (RuntimeException e) {
      log.error("A branch failed", e);
      end(null, new StatesError(ErrorEquals.RUNTIME, e.toString()));
    } finally {
      report.accept(this);
    }
  }

  /** Interrupts the flow, or keeps it from beginning. */
  synchronized void cancel() {
    cancelled = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** The output of a flow that came to its end. */
  synchronized Optional<JsonNode> output() {
    return Optional.ofNullable(output);
  }

  /** The error of a flow that failed by itself. */
  synchronized Optional<StatesError> error() {
    return Optional.ofNullable(error);
  }

  private synchronized boolean begin() {
    thread = cancelled ? null : Thread.currentThread();
    return thread != null;
  }

  private synchronized void end(JsonNode newOutput, StatesError newError) {
    // From here on no interrupt can hit what the pool's thread does next.
    thread = null;
    output = newOutput;
    error = newError;
  }
}
