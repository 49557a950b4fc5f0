package dev.darkroom.local.states.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.states.execution.JournalDamaged;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of a journal's file. */
final class JournalLines {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JournalLines() {}

  /**
   * Reads a file, and cuts off a last line that was not written to its end: nobody was told of it.
   *
   * @throws JournalDamaged when a line that was written to its end is not a JSON object
   */
  static List<JsonNode> read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<JsonNode> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(line(bytes, start, i - start));
        start = i + 1;
      }
    }
    if (start < bytes.length) {
      cut(file, start);
    }
    return lines;
  }

  private static JsonNode line(byte[] bytes, int start, int length) throws IOException {
    try {
      JsonNode line = JSON.readTree(bytes, start, length);
      if (line.isObject()) {
        return line;
      }
      throw new JournalDamaged("a line is not an object");
    } catch (JsonProcessingException e) {
      throw new JournalDamaged("a line is not JSON", e);
    }
  }

  private static void cut(Path file, long length) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile(), true);
        FileChannel channel = out.getChannel()) {
      channel.truncate(length);
    }
  }
}
