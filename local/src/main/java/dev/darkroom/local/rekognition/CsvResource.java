package dev.darkroom.local.rekognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A table beside the classes: a heading, then rows whose fields hold no commas. */
final class CsvResource {
  private CsvResource() {}

  /** The rows under the heading. */
  static List<String[]> rows(String name) {
    try (InputStream file = CsvResource.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The table " + name + " is not on the class path.");
      }
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .skip(1)
          .map(row -> row.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
