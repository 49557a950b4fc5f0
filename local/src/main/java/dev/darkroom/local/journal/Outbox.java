package dev.darkroom.local.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Things to do or to keep, each until it is removed. What a process that was killed had in it, the
 * next process finds. Safe for use by several threads.
 *
 * <p>An entry is written before what it stands for is promised, and removed after that is done: so
 * what an entry asks for may be done twice, and is never left undone.
 */
public interface Outbox {
  /** Keeps nothing: for what ends with its process. */
  Outbox NONE = new NoOutbox();

  /**
   * Opens the outbox that is kept in a folder; one at a time may have it.
   *
   * @throws UncheckedIOException when the folder cannot be made or read
   */
  static Outbox in(Path folder) {
    return new FolderOutbox(folder);
  }

  /**
   * Keeps an entry: once this returns, the end of the process does not lose it.
   *
   * @return its number, greater than those of all entries before
   * @throws UncheckedIOException when it cannot be written; it is not kept then
   */
  long add(JsonNode content);

  /**
   * Puts other content in an entry's place; a process that is killed meanwhile leaves the one or
   * the other. An entry that was removed must not be replaced.
   *
   * @throws UncheckedIOException when it cannot be written; the entry stays as it was
   */
  void replace(long number, JsonNode content);

  /**
   * Removes an entry; nothing happens when it is gone.
   *
   * @throws UncheckedIOException when it cannot be removed
   */
  void remove(long number);

  /** The entries that earlier processes left and that nobody removed since, oldest first. */
  List<Entry> leftovers();
}
