package dev.darkroom.local.states;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.Journal;
import dev.darkroom.local.states.execution.JournalFailed;
import dev.darkroom.local.states.execution.Status;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** The executions of the service: those that run, and the newest of those that have ended. */
final class Executions {
  private final int most;
  private final LongFunction<Journal> journals;
  private final Map<String, Long> numbers = new HashMap<>();
  private final NavigableMap<Long, Execution> executions = new TreeMap<>();
  private long lastNumber;

  /**
   * @param most how many to keep; more only while they run
   * @param journals gives the journal of an execution by its number
   */
  Executions(int most, LongFunction<Journal> journals) {
    this.most = most;
    this.journals = journals;
  }

  /** Adds the executions of an earlier process, by their numbers. */
  synchronized void addAll(SortedMap<Long, Execution> earlier) {
    earlier.forEach(
        (number, execution) -> {
          numbers.put(execution.identity().arn(), number);
          executions.put(number, execution);
          lastNumber = number;
        });
    forgetOldest();
  }

  /**
   * Adds an execution, unless one of this name runs with the same input.
   *
   * @return the execution that is kept under this name: the given one, or the one that runs
   * @throws AwsError ExecutionAlreadyExists when the name is taken by another
   * @throws JournalFailed when it cannot be kept
   */
  synchronized Execution add(Execution execution) {
    String arn = execution.identity().arn();
    if (numbers.containsKey(arn)) {
      Execution before = get(arn);
      if (before.status() == Status.RUNNING && before.inputText().equals(execution.inputText())) {
        return before;
      }
      throw AwsError.badRequest(
          "ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'");
    }
    lastNumber++;
    execution.beginIn(journals.apply(lastNumber));
    numbers.put(arn, lastNumber);
    executions.put(lastNumber, execution);
    forgetOldest();
    return execution;
  }

  synchronized Execution get(String arn) {
    Long number = numbers.get(arn);
    if (number == null) {
      throw AwsError.badRequest("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
    }
    return executions.get(number);
  }

  /** The executions newest first, each with a number that rises with its start. */
  synchronized NavigableMap<Long, Execution> newestFirst() {
    return new TreeMap<>(executions).descendingMap();
  }

  private void forgetOldest() {
    Iterator<Execution> oldestFirst = executions.values().iterator();
    while (executions.size() > most && oldestFirst.hasNext()) {
      Execution execution = oldestFirst.next();
      if (execution.status() != Status.RUNNING) {
        numbers.remove(execution.identity().arn());
        oldestFirst.remove();
        execution.forget();
      }
    }
  }
}
