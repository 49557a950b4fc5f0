package dev.darkroom.local.states;

import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.ExecutionReader;
import dev.darkroom.local.states.execution.Journal;
import dev.darkroom.local.states.journal.JournalFolder;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The executions that stand in a folder, by their numbers.
 *
 * @param reader makes executions of what stands there
 */
record Archive(JournalFolder folder, ExecutionReader reader) {
  Journal journal(long number) {
    return folder.journal(number);
  }

  /** Reads one; empty when its file is damaged, which is set aside then. */
  Optional<Execution> read(long number) {
    return folder.read(number, reader);
  }

  /** Reads all, the oldest first. */
  void readAll(BiConsumer<Long, Execution> to) {
    folder.numbers().forEach(number -> read(number).ifPresent(read -> to.accept(number, read)));
  }
}
