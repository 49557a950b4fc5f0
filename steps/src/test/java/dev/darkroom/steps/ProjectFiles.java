package dev.darkroom.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What stands outside of the modules and has to say the same as they do. */
final class ProjectFiles {
  private static final Path PROJECT = Path.of("..");

  private ProjectFiles() {}

  static String text(String path) {
    try {
      return Files.readString(PROJECT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode yaml(String path) {
    try {
      return new YAMLMapper().readTree(text(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
