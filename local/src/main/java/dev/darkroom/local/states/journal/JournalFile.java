package dev.darkroom.local.states.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.execution.Journal;
import dev.darkroom.local.states.execution.JournalFailed;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of one execution: a file that only grows, one JSON object a line. It is open only
 * while a line is written, so that many executions do not need many open files. What is written
 * outlives the process, not a loss of power.
 */
final class JournalFile implements Journal {
  private static final Logger log = LoggerFactory.getLogger(JournalFile.class);

  private final Path file;
  private final Gate gate;
  private boolean failed;
  private boolean deleted;

  JournalFile(Path file, Gate gate) {
    this.file = file;
    this.gate = gate;
  }

  @Override
  public synchronized void write(Supplier<ObjectNode> line) {
    if (deleted) {
      return;
    } else if (failed) {
      throw new JournalFailed("An earlier line of " + file + " is missing", null);
    }
    byte[] bytes = (line.get() + "\n").getBytes(UTF_8);
    try {
      gate.pass(() -> append(bytes));
    } catch (IOException e) {
      // Half a line may stand there now. Nothing may follow it: it would be read as one line.
      failed = true;
      throw new JournalFailed(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Not by a channel: that would be closed by the interrupt of an execution that is stopped. */
  private void append(byte[] bytes) throws IOException {
    try (OutputStream out = new FileOutputStream(file.toFile(), true)) {
      out.write(bytes);
    }
  }

  @Override
  public synchronized void delete() {
    deleted = true;
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("{} could not be deleted: {}", file, e.toString());
    }
  }
}
