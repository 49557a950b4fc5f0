package dev.darkroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the benchmarks read and write.
 *
 * @param home the project's folder
 */
public record Folders(Path home) {

  /** Of the project that the launcher stands in, or the working directory. */
  public static Folders ofProject() {
    return new Folders(Path.of(System.getProperty("darkroom.home", "")).toAbsolutePath());
  }

  /** The folder for what is fetched or made; it is not under version control. */
  public Path peers() {
    return home.resolve("bench/.peers");
  }

  /** A folder in {@link #peers()}, which is there afterwards. */
  public Path peers(String name) throws IOException {
    return Files.createDirectories(peers().resolve(name));
  }

  /** A file of results. */
  public Path results(String name) throws IOException {
    return Files.createDirectories(home.resolve("docs/benchmarks")).resolve(name);
  }
}
