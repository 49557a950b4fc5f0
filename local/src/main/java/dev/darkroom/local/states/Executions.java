package dev.darkroom.local.states;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.Status;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The executions of the service: those that run, and the newest of those that have ended. */
final class Executions {
  private final int most;
  private final Map<String, Long> numbers = new HashMap<>();
  private final NavigableMap<Long, Execution> executions = new TreeMap<>();
  private long lastNumber;

  /**
   * @param most how many to keep; more only while they run
   */
  Executions(int most) {
    this.most = most;
  }

  /**
   * Adds an execution, unless one of this name runs with the same input.
   *
   * @return the execution that is kept under this name: the given one, or the one that runs
   * @throws AwsError ExecutionAlreadyExists when the name is taken by another
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
    numbers.put(arn, ++lastNumber);
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
      }
    }
  }
}
