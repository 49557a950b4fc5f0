package dev.darkroom.local.cli;

import dev.darkroom.local.deploy.Settings;
import java.nio.file.Path;

/**
 * Where the project's files are; the launcher tells by the system property {@code darkroom.home}.
 */
final class Project {
  private Project() {}

  static Path home() {
    return Path.of(System.getProperty("darkroom.home", "."));
  }

  static Settings settings() {
    return Settings.of(home().resolve("template.yaml"));
  }

  static Path samples() {
    Path samples = home().resolve("samples");
    Path here = Path.of("").toAbsolutePath();
    return samples.startsWith(here) ? here.relativize(samples) : samples;
  }

  /** What the running {@code up} tells {@code darkroom env}. */
  static Path environmentFile() {
    return home().resolve(".darkroom").resolve("env");
  }
}
