package dev.darkroom.local.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file an entry, named by its number. A file gets its name once it is whole, so that no process
 * finds half an entry.
 *
 * <p>It outlives a killed process, not a power cut: the file system is not told to write to disk.
 */
final class FolderOutbox implements Outbox {
  private static final Logger log = LoggerFactory.getLogger(FolderOutbox.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WHOLE = ".json";
  private static final String UNFINISHED = ".tmp";

  private final Path folder;
  private final long lastOfEarlier;
  private final AtomicLong last;

  FolderOutbox(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      for (Path file : files(UNFINISHED)) {
        Files.delete(file);
      }
      this.lastOfEarlier = files(WHOLE).stream().mapToLong(FolderOutbox::number).max().orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.last = new AtomicLong(lastOfEarlier);
  }

  @Override
  public long add(JsonNode content) {
    long number = last.incrementAndGet();
    replace(number, content);
    return number;
  }

  @Override
  public void replace(long number, JsonNode content) {
    Path unfinished = file(number, UNFINISHED);
    try {
      write(unfinished, JSON.writeValueAsBytes(content));
      Files.move(unfinished, file(number, WHOLE), ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remove(long number) {
    try {
      Files.deleteIfExists(file(number, WHOLE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Entry> leftovers() {
    List<Entry> entries = new ArrayList<>();
    try {
      // Numbers have as many digits each, so that names sort as numbers do.
      for (Path file : files(WHOLE)) {
        if (number(file) <= lastOfEarlier) {
          read(file, entries);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** A file that a power cut left without its content is not worth the others. */
  private static void read(Path file, List<Entry> into) throws IOException {
    byte[] content = Files.readAllBytes(file);
    try {
      JsonNode json = JSON.readTree(content);
      if (json.isMissingNode()) {
        log.error("{} is empty and is passed over", file);
        return;
      }
      into.add(new Entry(number(file), json));
    } catch (JsonProcessingException e) {
      log.error("{} cannot be read and is passed over", file, e);
    }
  }

  /** Not by a channel: an interrupt of the calling thread would close that, and lose the entry. */
  private static void write(Path file, byte[] content) throws IOException {
    try (OutputStream out = new FileOutputStream(file.toFile())) {
      out.write(content);
    }
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private Path file(long number, String suffix) {
    return folder.resolve(String.format("%019d%s", number, suffix));
  }

  private static long number(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(0, name.length() - WHOLE.length()));
  }
}
