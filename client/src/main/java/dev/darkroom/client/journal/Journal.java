package dev.darkroom.client.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.client.files.PrivateFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was announced and sent, so that the next run goes on where this one stops.
 *
 * <p>Each change is a line of JSON at the end of the file; the last line of a key counts. A line
 * that a crash cut off is passed over, and the file is put in order, in one replacement, when it is
 * opened. It holds upload URLs: its owner alone can read it. One run has it at a time.
 */
public final class Journal implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger log = System.getLogger(Journal.class.getName());

  private final FileChannel lock;
  private final FileChannel lines;
  private final Map<Key, Entry> entries;

  private Journal(FileChannel lock, FileChannel lines, Map<Key, Entry> entries) {
    this.lock = lock;
    this.lines = lines;
    this.entries = entries;
  }

  /**
   * Opens a journal, and makes it when there is none.
   *
   * @throws JournalInUse when another run has it
   */
  public static Journal open(Path file) throws IOException {
    FileChannel lock = lock(file);
    try {
      Map<Key, Entry> entries = read(file);
      StringBuilder text = new StringBuilder();
      entries.forEach((key, entry) -> text.append(line(key, entry)));
      PrivateFile.replace(file, text.toString().getBytes(UTF_8));
      FileChannel lines =
          PrivateFile.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
      return new Journal(lock, lines, entries);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** How far a file is, if it is known. */
  public synchronized Optional<Entry> find(Key key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Records how far a file is; on the disk when this returns. */
  public synchronized void put(Key key, Entry entry) throws IOException {
    entries.put(key, entry);
    ByteBuffer left = ByteBuffer.wrap(line(key, entry).getBytes(UTF_8));
    while (left.hasRemaining()) {
      lines.write(left);
    }
    lines.force(false);
  }

  @Override
  public synchronized void close() throws IOException {
    lines.close();
    lock.close();
  }

  /** The lock is beside the journal, whose file is replaced. */
  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        PrivateFile.open(
            file.resolveSibling(file.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel; // Closing the channel gives the lock back.
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new JournalInUse(file);
    }
    channel.close();
    throw new JournalInUse(file);
  }

  private static Map<Key, Entry> read(Path file) throws IOException {
    Map<Key, Entry> entries = new LinkedHashMap<>();
    String text = new String(PrivateFile.read(file).orElse(new byte[0]), UTF_8);
    text.lines().forEach(line -> take(line, entries));
    return entries;
  }

  /** Takes a line, unless a crash cut it off: then its file is announced anew. */
  private static void take(String line, Map<Key, Entry> entries) {
    try {
      JsonNode json = JSON.readTree(line);
      entries.put(Key.of(json), Entry.of(json));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      log.log(Level.DEBUG, "A line of the journal is no entry", e);
    }
  }

  private static String line(Key key, Entry entry) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("api", key.api())
            .put("album", key.album())
            .put("checksumSha256", key.checksumSha256());
    json.setAll(entry.json());
    return json + "\n";
  }
}
