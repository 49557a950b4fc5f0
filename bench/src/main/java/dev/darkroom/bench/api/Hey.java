package dev.darkroom.bench.api;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.Tool;
import dev.darkroom.bench.photos.DebianPackage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The load generator hey, of the PATH or else of its Debian package.
 *
 * @see <a href="https://github.com/rakyll/hey">hey</a>
 */
final class Hey {
  private final Path program;
  private final Path folder;

  private Hey(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * @throws IOException when it is neither on the PATH nor to be had as a package
   */
  static Hey find(Folders folders) throws IOException {
    Optional<Path> installed =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(path -> Path.of(path, "hey"))
            .filter(Files::isExecutable)
            .findFirst();
    Path program =
        installed.isPresent()
            ? installed.get()
            : DebianPackage.unpacked("hey", folders).resolve("usr/bin/hey");
    return new Hey(program, folders.peers());
  }

  /**
   * Sends requests over some connections that stay open, each as soon as the one before is
   * answered.
   *
   * @throws IOException when hey fails, or a request was not answered as wanted
   */
  Round run(RunningApi api, Case load, int requests, int connections) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(program.toString(), "-o", "csv", "-m", load.method()));
    command.addAll(List.of("-n", "" + requests, "-c", "" + connections));
    command.addAll(List.of("-H", "Authorization: Bearer " + api.token()));
    if (!load.body().isEmpty()) {
      command.addAll(List.of("-T", "application/json", "-d", load.body()));
    }
    command.add(api.url() + load.path());
    return Round.ofCsv(Tool.run(folder, command), requests, load.status());
  }
}
