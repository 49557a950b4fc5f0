package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * Where the facts of one execution are kept, in their order, so that another process can go on with
 * it. A fact is written before anybody is told of it.
 */
public interface Journal {
  /** Keeps nothing. */
  Journal NONE = line -> {};

  /**
   * Writes one line.
   *
   * @param line is only asked for by a journal that keeps it
   * @throws JournalFailed when it cannot be kept; then no later line is
   * @throws JournalClosed when nothing is kept any more
   */
  void write(Supplier<ObjectNode> line);

  /** Deletes what was kept. */
  default void delete() {}
}
