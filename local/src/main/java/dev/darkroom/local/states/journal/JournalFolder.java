package dev.darkroom.local.states.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.states.execution.Definition;
import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.ExecutionReader;
import dev.darkroom.local.states.execution.Journal;
import dev.darkroom.local.states.execution.JournalDamaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which a service keeps its executions: {@code executions} with a file of each, named
 * by its number, and {@code definitions} with the texts that they run, named by their content. Safe
 * on many threads, of one process.
 */
public final class JournalFolder implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JournalFolder.class);
  private static final String SUFFIX = ".jsonl";

  private final Path executions;
  private final Path definitions;
  private final Gate gate = new Gate();

  /** Makes the folder unless it is there. */
  public JournalFolder(Path folder) {
    this.executions = folder.resolve("executions");
    this.definitions = folder.resolve("definitions");
    try {
      Files.createDirectories(executions);
      Files.createDirectories(definitions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The journal of the execution with this number. */
  public Journal journal(long number) {
    return new JournalFile(file(number), gate);
  }

  private Path file(long number) {
    return executions.resolve("%012d%s".formatted(number, SUFFIX));
  }

  /** Keeps a definition's text; whole, or not at all. */
  public void keep(Definition definition) {
    Path file = definitionFile(definition.textId());
    if (Files.exists(file)) {
      return;
    }
    try {
      Path begun = Files.createTempFile(definitions, "begun", null);
      Files.writeString(begun, definition.text());
      Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path definitionFile(String textId) {
    return definitions.resolve(textId + ".json");
  }

  /**
   * Gives the text of a definition that was kept.
   *
   * @throws JournalDamaged when it is not there, or is not what was kept
   */
  public String definition(String textId) {
    try {
      String text = Files.readString(definitionFile(textId));
      if (Definition.textId(text).equals(textId)) {
        return text;
      }
      throw new JournalDamaged("the definition " + textId + " was changed");
    } catch (IOException e) {
      throw new JournalDamaged("the definition " + textId + " cannot be read", e);
    }
  }

  /** The numbers of the executions that are there, rising. */
  public List<Long> numbers() {
    try (Stream<Path> files = Files.list(executions)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{12,18}\\" + SUFFIX))
          .map(name -> Long.valueOf(name.substring(0, name.length() - SUFFIX.length())))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads an execution; empty when its start was not written, or its file is damaged. */
  public Optional<Execution> read(long number, ExecutionReader reader) {
    Path file = file(number);
    try {
      return read(file, number, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Execution> read(Path file, long number, ExecutionReader reader)
      throws IOException {
    try {
      List<JsonNode> lines = JournalLines.read(file);
      if (lines.isEmpty()) {
        // Nobody was told that it is there.
        Files.delete(file);
        return Optional.empty();
      }
      return Optional.of(reader.read(lines, journal(number)));
    } catch (JournalDamaged e) {
      Path aside = file.resolveSibling(file.getFileName() + ".damaged");
      log.error("{} is damaged: {}. It is kept as {}", file, e.getMessage(), aside);
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return Optional.empty();
    }
  }

  /** Keeps nothing from now on: whoever tries stands still. */
  @Override
  public void close() {
    gate.close();
  }
}
