package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.ErrorEquals;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The events of one execution, in order, and where it stands by them; written by all its branches,
 * read at any time. What a run of the execution still has to say after its end is dropped, also
 * when the execution was redriven meanwhile.
 */
public final class History {
  /** With one place kept for the event that ends the execution. */
  static final int MOST_EVENTS = 25_000;

  private final Events events = new Events();
  private Journal journal = Journal.NONE;
  private Place outermost = Place.outermost();
  private int run;
  private boolean closed;

  synchronized void keepIn(Journal newJournal) {
    journal = newJournal;
  }

  /**
   * Adds an event of a flow.
   *
   * @param ofRun which run of the execution tells of it: how often it was redriven before
   * @param place the flow's place, which the event changes
   * @throws StatesError States.Runtime when the history is full, as in a loop without an end
   * @return the event's id
   */
  synchronized long add(int ofRun, Place place, Entry entry) {
    if (!open(ofRun)) {
      return events.size() + 1L;
    }
    if (events.size() >= MOST_EVENTS - 1) {
      throw new StatesError(
          ErrorEquals.RUNTIME,
          "The execution reached the maximum number of history events (" + MOST_EVENTS + ").");
    }
    HistoryEvent event = entry.numbered(events.size() + 1L);
    journal.write(() -> Lines.event(event, place.path(), entry.move()));
    follow(event, place, entry.move());
    return event.id();
  }

  private boolean open(int ofRun) {
    return !closed && ofRun == run;
  }

  private void follow(HistoryEvent event, Place place, Move move) {
    events.add(event);
    move.apply(place, event);
    place.wrote(event.id());
  }

  /** Adds the first event. The journal has it with the execution's start. */
  synchronized void begin(Instant time, ObjectNode details) {
    events.add(new Entry(time, 0, "ExecutionStarted", details).numbered(1));
  }

  /** Writes down that a flow pauses before it tries its state again. */
  synchronized void pauses(int ofRun, Place place, Backoff backoff) {
    if (open(ofRun)) {
      journal.write(() -> Lines.backoff(backoff, place.path()));
      place.waits(backoff);
    }
  }

  /**
   * Adds the last event.
   *
   * @param line what the journal is to keep with it
   */
  synchronized void close(Entry entry, UnaryOperator<ObjectNode> line) {
    HistoryEvent event = entry.numbered(events.size() + 1L);
    journal.write(() -> line.apply(Lines.event(event)));
    closed(event);
    if (journal == Journal.NONE) {
      events.pack(); // It stays in memory for long, and is seldom read.
    }
  }

  private void closed(HistoryEvent event) {
    events.add(event);
    closed = true;
    if (event.type().equals("ExecutionSucceeded")) {
      outermost = Place.outermost(); // Nobody goes on from where it stood: it cannot be redriven.
    }
  }

  /**
   * Opens the history for one more run, from where the last one stood.
   *
   * @param wholeState whether the outermost state runs again with all its branches
   * @param line what the journal is to keep with it
   */
  synchronized void reopen(
      Instant time, ObjectNode details, boolean wholeState, UnaryOperator<ObjectNode> line) {
    HistoryEvent event =
        new Entry(time, events.size(), "ExecutionRedriven", details).numbered(events.size() + 1L);
    journal.write(() -> line.apply(Lines.event(event)));
    reopened(event, wholeState);
  }

  private void reopened(HistoryEvent event, boolean wholeState) {
    events.add(event);
    outermost = outermost.redriven(event.timestamp(), event.id());
    if (wholeState) {
      outermost.forgetBranches();
    }
    closed = false;
    run++;
  }

  /** Does again what a journal's line tells of a flow. */
  synchronized void replay(JsonNode line) {
    Place place = place(Lines.readPath(line));
    if (line.has("retry")) {
      place.waits(Lines.readBackoff(line));
    } else {
      HistoryEvent event = nextEvent(line);
      follow(event, place, Lines.readMove(line, event, place));
    }
  }

  private Place place(List<Integer> path) {
    Place place = outermost;
    for (int index : path) {
      List<Place> branches = place.fork().map(Fork::branches).orElse(List.of());
      if (index < 0 || index >= branches.size()) {
        throw new JournalDamaged("a branch " + path + " that was not begun");
      }
      place = branches.get(index);
    }
    return place;
  }

  private HistoryEvent nextEvent(JsonNode line) {
    HistoryEvent event = Lines.readEvent(line);
    if (event.id() != events.size() + 1L || closed) {
      throw new JournalDamaged("the event " + event.id() + " after " + events.size());
    }
    return event;
  }

  synchronized HistoryEvent replayClose(JsonNode line) {
    HistoryEvent event = nextEvent(line);
    closed(event);
    return event;
  }

  synchronized HistoryEvent replayReopen(JsonNode line, boolean wholeState) {
    if (!closed) {
      throw new JournalDamaged("a redrive of what had not ended");
    }
    closed = false;
    HistoryEvent event = nextEvent(line);
    reopened(event, wholeState);
    return event;
  }

  /** Where the outermost flow stands. */
  synchronized Place outermost() {
    return outermost;
  }

  /** The events so far. */
  public synchronized List<HistoryEvent> events() {
    return events.all();
  }

  synchronized int size() {
    return events.size();
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
