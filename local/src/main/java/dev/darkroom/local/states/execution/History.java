package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.ErrorEquals;
import java.time.Instant;
import java.util.List;

/** The events of one execution, in order; written by all its branches, read at any time. */
public final class History {
  /** With one place kept for the event that ends the execution. */
  private static final int MOST_EVENTS = 25_000;

  private final Events events = new Events();
  private boolean closed;

  /**
   * Adds an event. Once the execution has ended, what its branches still have to say is dropped.
   *
   * @throws StatesError States.Runtime when the history is full, as in a loop without an end
   * @return the event's id
   */
  synchronized long add(Instant time, long previousId, String type, ObjectNode details) {
    if (events.size() >= MOST_EVENTS - 1 && !closed) {
      throw new StatesError(
          ErrorEquals.RUNTIME,
          "The execution reached the maximum number of history events (" + MOST_EVENTS + ").");
    }
    return append(time, previousId, type, details);
  }

  /** Adds the last event. */
  synchronized void close(Instant time, long previousId, String type, ObjectNode details) {
    append(time, previousId, type, details);
    closed = true;
    // What has ended is kept for long, and seldom read.
    events.pack();
  }

  private long append(Instant time, long previousId, String type, ObjectNode details) {
    long id = events.size() + 1L;
    if (!closed) {
      events.add(new HistoryEvent(id, previousId, time, type, details));
    }
    return id;
  }

  /** The events so far. */
  public synchronized List<HistoryEvent> events() {
    return events.all();
  }

  /** How many states were entered: what AWS bills as state transitions. */
  public synchronized long transitions() {
    return events.all().stream().filter(event -> event.type().endsWith("StateEntered")).count();
  }

  /** Details with one payload: {@code input} or {@code output}. */
  static ObjectNode payload(String name, String text) {
    ObjectNode details = JsonNodeFactory.instance.objectNode().put(name, text);
    details.putObject(name + "Details").put("truncated", false);
    return details;
  }

  static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }
}
