package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.ErrorEquals;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * One execution of a state machine. It ends once, by whoever is first: its own last state, its
 * timeout, or somebody who stops it; a redrive gives it one more run, which ends once again. Safe
 * on many threads.
 */
public final class Execution {
  private final Identity identity;
  private final Definition definition;
  private final String inputText;
  private final JsonNode input;
  private final Time time;
  private final Consumer<Execution> onStatus;
  private final Instant startDate;
  private final History history = new History();
  private final Redrives redrives = new Redrives();
  private Journal journal = Journal.NONE;
  private Status status = Status.RUNNING;
  private int statusChanges = 1;
  private int statusChangesTold;
  private Instant stopDate;
  private String output;
  private String error;
  private String cause;
  private Future<?> work;

  /**
   * @param inputText the input as the caller wrote it
   * @param definition what the execution runs, however often it is redriven
   * @param onStatus told when the execution begins, when it ends and when it is redriven
   */
  public Execution(
      Identity identity,
      String inputText,
      JsonNode input,
      Definition definition,
      Time time,
      Consumer<Execution> onStatus) {
    this(identity, inputText, input, definition, time, onStatus, time.now());
  }

  private Execution(
      Identity identity,
      String inputText,
      JsonNode input,
      Definition definition,
      Time time,
      Consumer<Execution> onStatus,
      Instant startDate) {
    this.identity = identity;
    this.definition = definition;
    this.inputText = inputText;
    this.input = input;
    this.time = time;
    this.onStatus = onStatus;
    this.startDate = startDate;
    ObjectNode started = History.payload("input", inputText);
    history.begin(startDate, started.put("roleArn", identity.roleArn()));
  }

  /**
   * An execution as the first line of its journal has it.
   *
   * @param start the line's {@code start}
   */
  static Execution read(
      JsonNode start, Definition definition, Time time, Consumer<Execution> onStatus) {
    return new Execution(
        Lines.readIdentity(start),
        start.path("input").asText(),
        Lines.payload(start.path("input")),
        definition,
        time,
        onStatus,
        Lines.time(start, "time"));
  }

  /**
   * Keeps the execution from its start on; before anybody else knows it.
   *
   * @throws JournalFailed when it cannot be kept
   */
  public void beginIn(Journal newJournal) {
    newJournal.write(() -> Lines.start(this));
    goOnIn(newJournal);
  }

  synchronized void goOnIn(Journal newJournal) {
    journal = newJournal;
    history.keepIn(newJournal);
  }

  public synchronized void forget() {
    journal.delete();
  }

  /** Does again what a line of the journal tells. */
  synchronized void replay(JsonNode line) {
    if (line.has("told")) {
      statusChangesTold = line.path("told").intValue();
    } else if (line.has("status")) {
      Status newStatus = Status.valueOf(line.path("status").textValue());
      ended(newStatus, history.replayClose(line));
    } else if (line.has("redrive")) {
      HistoryEvent event = history.replayReopen(line, wholeState());
      redriven(event.timestamp(), Optional.ofNullable(line.path("redrive").textValue()));
    } else {
      history.replay(line);
    }
  }

  public Identity identity() {
    return identity;
  }

  public Definition definition() {
    return definition;
  }

  public String inputText() {
    return inputText;
  }

  public JsonNode input() {
    return input;
  }

  public Instant startDate() {
    return startDate;
  }

  public History history() {
    return history;
  }

  public synchronized Status status() {
    return status;
  }

  public synchronized Optional<Instant> stopDate() {
    return Optional.ofNullable(stopDate);
  }

  /** The output as JSON text, once the execution has succeeded. */
  public synchronized Optional<String> output() {
    return Optional.ofNullable(output);
  }

  /** The name of the error that ended the execution, if one did. */
  public synchronized Optional<String> error() {
    return Optional.ofNullable(error);
  }

  /** The cause of the error that ended the execution, if it has one. */
  public synchronized Optional<String> cause() {
    return Optional.ofNullable(cause);
  }

  /** How often the execution was redriven. */
  public synchronized int redriveCount() {
    return redrives.count();
  }

  /** When the execution was redriven last. */
  public synchronized Optional<Instant> redriveDate() {
    return redrives.date();
  }

  /** When the run began that goes on now, or went on last. */
  synchronized Instant runDate() {
    return redrives.date().orElse(startDate);
  }

  /** Why the execution cannot be redriven as it stands; empty when it can. */
  public synchronized Optional<String> notRedrivable() {
    return Redrivability.obstacle(status, startDate, stopDate, history.size(), time.now());
  }

  /**
   * Redrives the execution: it runs again, from where it stood when it ended.
   *
   * @param token by which the same call is known when it comes again
   * @throws NotRedrivable when it cannot be redriven
   */
  public synchronized Redrive redrive(Optional<String> token) {
    Instant now = time.now();
    Optional<Instant> before = token.flatMap(text -> redrives.by(text, now));
    if (before.isPresent()) {
      return new Redrive(before.get(), Optional.empty());
    }
    notRedrivable()
        .ifPresent(
            reason -> {
              throw new NotRedrivable(reason);
            });
    ObjectNode details = History.nothing().put("redriveCount", redrives.count() + 1);
    history.reopen(now, details, wholeState(), line -> line.put("redrive", token.orElse(null)));
    redriven(now, token);
    return new Redrive(now, Optional.of(redrives.count()));
  }

  /** Results that are too large together stay so: their branches have to run again. */
  private boolean wholeState() {
    return ErrorEquals.DATA_LIMIT_EXCEEDED.equals(error);
  }

  private void redriven(Instant now, Optional<String> token) {
    redrives.add(now, token);
    status = Status.RUNNING;
    statusChanges++;
    stopDate = null;
    error = null;
    cause = null;
    work = null;
  }

  /**
   * Tells that a run begins, and what to interrupt when it is ended from outside.
   *
   * @return whether it is to run: it may have been stopped before, or run already
   */
  boolean begin(int run, Future<?> newWork) {
    synchronized (this) {
      if (!runs(run) || work != null) {
        return false;
      }
      work = newWork;
    }
    tell();
    return true;
  }

  private boolean runs(int run) {
    return status == Status.RUNNING && run == redrives.count();
  }

  /** Whether all changes of the status were told. */
  public synchronized boolean hasTold() {
    return statusChangesTold >= statusChanges;
  }

  /** Tells of the status, unless it was told before. */
  public void tell() {
    int changes;
    synchronized (this) {
      changes = statusChanges;
      if (statusChangesTold >= changes) {
        return;
      }
    }
    onStatus.accept(this);
    synchronized (this) {
      journal.write(() -> Lines.told(changes));
      statusChangesTold = Math.max(statusChangesTold, changes);
    }
  }

  void succeed(int run, String text, long previousEvent) {
    ObjectNode details = History.payload("output", text);
    end(run, Status.SUCCEEDED, "ExecutionSucceeded", previousEvent, details);
  }

  void fail(int run, StatesError failure, long previousEvent) {
    end(run, Status.FAILED, "ExecutionFailed", previousEvent, failure.details());
  }

  /** Ends the execution as TIMED_OUT, unless this run has ended, and interrupts what it does. */
  void timeOut(int run) {
    ObjectNode details = new StatesError(ErrorEquals.TIMEOUT, null).details();
    end(run, Status.TIMED_OUT, "ExecutionTimedOut", 0, details);
  }

  /**
   * Ends the execution as ABORTED, unless it has ended, and interrupts what it does.
   *
   * @param name an error's name that the caller gives, if any
   */
  public void abort(Optional<String> name, Optional<String> text) {
    ObjectNode details = History.nothing();
    name.ifPresent(value -> details.put("error", value));
    text.ifPresent(value -> details.put("cause", value));
    end(redriveCount(), Status.ABORTED, "ExecutionAborted", 0, details);
  }

  private void end(
      int run, Status newStatus, String event, long previousEvent, ObjectNode details) {
    synchronized (this) {
      if (!runs(run)) {
        return;
      }
      Entry entry = new Entry(time.now(), previousEvent, event, details);
      history.close(entry, line -> line.put("status", newStatus.name()));
      ended(newStatus, entry.numbered(history.size()));
      if (work != null && (newStatus == Status.TIMED_OUT || newStatus == Status.ABORTED)) {
        work.cancel(true);
      }
    }
    tell();
  }

  private void ended(Status newStatus, HistoryEvent event) {
    status = newStatus;
    statusChanges++;
    stopDate = event.timestamp();
    output = event.details().path("output").textValue();
    // The error of a timeout stands in the history only; the status says it all.
    if (newStatus != Status.TIMED_OUT) {
      error = event.details().path("error").textValue();
      cause = event.details().path("cause").textValue();
    }
  }
}
