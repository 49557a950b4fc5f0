package dev.darkroom.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.deploy.EmbeddedCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * The shell commands that point AWS's tools at the running cloud; {@code darkroom env} prints them.
 */
final class EnvironmentFile {
  private static final String PID = "# pid ";

  private final Path file;

  EnvironmentFile(Path file) {
    this.file = file;
  }

  /** Writes it for the owner's eyes only; its first line names this process. */
  void write(EmbeddedCloud cloud, String token) throws IOException {
    Map<String, String> variables = CloudVariables.of(cloud);
    variables.put("DARKROOM_TOKEN", token);
    StringBuilder text = new StringBuilder(PID + ProcessHandle.current().pid() + "\n");
    text.append("unset AWS_PROFILE AWS_SESSION_TOKEN\n");
    variables.forEach(
        (name, value) ->
            text.append("export ").append(name).append("='").append(value).append("'\n"));
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, text.toString().getBytes(UTF_8));
  }

  /** Whether another process that is alive wrote the file. */
  boolean isOfAnother() throws IOException {
    return pid()
        .filter(pid -> pid != ProcessHandle.current().pid())
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .isPresent();
  }

  /** Removes the file, if this process wrote it. */
  void delete() throws IOException {
    if (pid().filter(pid -> pid == ProcessHandle.current().pid()).isPresent()) {
      Files.delete(file);
    }
  }

  private Optional<Long> pid() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String first = Files.readAllLines(file, UTF_8).get(0);
    return first.startsWith(PID)
        ? Optional.of(Long.valueOf(first.substring(PID.length())))
        : Optional.empty();
  }
}
