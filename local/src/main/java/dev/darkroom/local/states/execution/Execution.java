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
 * timeout, or somebody who stops it. Safe on many threads.
 */
public final class Execution {
  private final Identity identity;
  private final String inputText;
  private final JsonNode input;
  private final Time time;
  private final Consumer<Execution> onStatus;
  private final Instant startDate;
  private final History history = new History();

  private Status status = Status.RUNNING;
  private Instant stopDate;
  private String output;
  private String error;
  private String cause;
  private volatile Position position;
  private Future<?> work;

  /**
   * @param inputText the input as the caller wrote it
   * @param onStatus told when the execution begins and when it ends
   */
  public Execution(
      Identity identity,
      String inputText,
      JsonNode input,
      Time time,
      Consumer<Execution> onStatus) {
    this.identity = identity;
    this.inputText = inputText;
    this.input = input;
    this.time = time;
    this.onStatus = onStatus;
    this.startDate = time.now();
    ObjectNode started = History.payload("input", inputText);
    history.add(startDate, 0, "ExecutionStarted", started.put("roleArn", identity.roleArn()));
  }

  public Identity identity() {
    return identity;
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

  /** The outermost state that the execution is in, or was in when it ended. */
  public Optional<Position> position() {
    return Optional.ofNullable(position);
  }

  void at(Position newPosition) {
    position = newPosition;
  }

  /**
   * Tells that the execution begins, and what to interrupt when it is ended from outside.
   *
   * @return whether it is to run: it may have been stopped before
   */
  boolean begin(Future<?> newWork) {
    synchronized (this) {
      if (status != Status.RUNNING) {
        return false;
      }
      work = newWork;
    }
    onStatus.accept(this);
    return true;
  }

  void succeed(String text, long previousEvent) {
    ObjectNode details = History.payload("output", text);
    end(Status.SUCCEEDED, text, new Ending("ExecutionSucceeded", previousEvent, details));
  }

  void fail(StatesError failure, long previousEvent) {
    end(Status.FAILED, null, new Ending("ExecutionFailed", previousEvent, failure.details()));
  }

  /** Ends the execution as TIMED_OUT, unless it has ended, and interrupts what it does. */
  void timeOut() {
    ObjectNode details = new StatesError(ErrorEquals.TIMEOUT, null).details();
    end(Status.TIMED_OUT, null, new Ending("ExecutionTimedOut", 0, details));
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
    end(Status.ABORTED, null, new Ending("ExecutionAborted", 0, details));
  }

  private record Ending(String event, long previousEvent, ObjectNode details) {}

  private void end(Status newStatus, String newOutput, Ending ending) {
    synchronized (this) {
      if (status != Status.RUNNING) {
        return;
      }
      status = newStatus;
      stopDate = time.now();
      output = newOutput;
      // The error of a timeout stands in the history only; the status says it all.
      if (newStatus != Status.TIMED_OUT) {
        error = ending.details().path("error").textValue();
        cause = ending.details().path("cause").textValue();
      }
      history.close(stopDate, ending.previousEvent(), ending.event(), ending.details());
    }
    if (newStatus == Status.TIMED_OUT || newStatus == Status.ABORTED) {
      interrupt();
    }
    onStatus.accept(this);
  }

  private synchronized void interrupt() {
    if (work != null) {
      work.cancel(true);
    }
  }
}
