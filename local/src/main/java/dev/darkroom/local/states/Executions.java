package dev.darkroom.local.states;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.Journal;
import dev.darkroom.local.states.execution.JournalFailed;
import dev.darkroom.local.states.execution.Status;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The executions of the service: those that run, and the newest of those that have ended. With an
 * archive, those that have ended are read there when somebody asks for one, and take next to no
 * memory.
 */
final class Executions {
  private final int most;
  private final Optional<Archive> archive;
  private final Map<String, Kept> byArn = new HashMap<>();
  private final NavigableMap<Long, Kept> oldestFirst = new TreeMap<>();
  private long lastNumber;

  /**
   * @param most how many to keep; more only while they run
   * @param archive where to keep them; empty to keep them in memory
   */
  Executions(int most, Optional<Archive> archive) {
    this.most = most;
    this.archive = archive;
  }

  /** Adds the executions of an earlier process, of which the archive has the journals. */
  synchronized void readArchive() {
    archive.ifPresent(from -> from.readAll(this::addEarlier));
  }

  private void addEarlier(long number, Execution execution) {
    Kept kept = keep(number, execution);
    if (execution.status() != Status.RUNNING && execution.hasTold()) {
      kept.release(execution);
    }
    forgetOldest();
  }

  private Kept keep(long number, Execution execution) {
    Kept kept = new Kept(number, execution);
    byArn.put(execution.identity().arn(), kept);
    oldestFirst.put(number, kept);
    lastNumber = number;
    return kept;
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
    Kept before = byArn.get(arn);
    if (before != null) {
      return before
          .inMemory()
          .filter(earlier -> earlier.status() == Status.RUNNING)
          .filter(earlier -> earlier.inputText().equals(execution.inputText()))
          .orElseThrow(
              () ->
                  AwsError.badRequest(
                      "ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'"));
    }
    long number = lastNumber + 1;
    execution.beginIn(journal(number));
    keep(number, execution);
    forgetOldest();
    return execution;
  }

  private Journal journal(long number) {
    return archive.map(in -> in.journal(number)).orElse(Journal.NONE);
  }

  /** Takes note of a status: what has ended stands in the archive, what runs again does not. */
  synchronized void changed(Execution execution) {
    Kept kept = byArn.get(execution.identity().arn());
    if (archive.isEmpty() || kept == null || !kept.is(execution)) {
      return;
    }
    if (execution.status() == Status.RUNNING) {
      kept.hold(execution);
    } else {
      kept.release(execution);
    }
  }

  synchronized Execution get(String arn) {
    return Optional.ofNullable(byArn.get(arn))
        .flatMap(kept -> kept.inMemory().or(() -> readAgain(kept, arn)))
        .orElseThrow(
            () ->
                AwsError.badRequest(
                    "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'"));
  }

  private Optional<Execution> readAgain(Kept kept, String arn) {
    Optional<Execution> read = archive.flatMap(from -> from.read(kept.number()));
    read.ifPresentOrElse(
        kept::release,
        () -> {
          byArn.remove(arn);
          oldestFirst.remove(kept.number());
        });
    return read;
  }

  /** The executions newest first, each with a number that rises with its start. */
  synchronized NavigableMap<Long, Summary> newestFirst() {
    NavigableMap<Long, Summary> newestFirst = new TreeMap<>();
    oldestFirst.forEach((number, kept) -> newestFirst.put(number, kept.summary()));
    return newestFirst.descendingMap();
  }

  /** Those that are in memory because they run, or nobody was told of their end; oldest first. */
  synchronized List<Execution> held() {
    return oldestFirst.values().stream().flatMap(kept -> kept.held().stream()).toList();
  }

  private void forgetOldest() {
    Iterator<Kept> all = oldestFirst.values().iterator();
    while (oldestFirst.size() > most && all.hasNext()) {
      Kept kept = all.next();
      Summary summary = kept.summary();
      if (summary.status() != Status.RUNNING) {
        byArn.remove(summary.identity().arn());
        all.remove();
        kept.inMemory().ifPresentOrElse(Execution::forget, journal(kept.number())::delete);
      }
    }
  }
}
