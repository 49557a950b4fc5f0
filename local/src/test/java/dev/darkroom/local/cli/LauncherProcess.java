package dev.darkroom.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command in a JVM of its own, as the launcher starts it. */
final class LauncherProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path err;

  private LauncherProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static LauncherProcess start(Path folder, Path home, String... arguments) throws IOException {
    List<String> options =
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Ddarkroom.home=" + home.toAbsolutePath().normalize());
    return start(folder, options, "local", "dev.darkroom.local.cli.Main", Map.of(), arguments);
  }

  /** The command {@code upload}, which is another program. */
  static LauncherProcess upload(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> options = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    return start(folder, options, "client", "dev.darkroom.client.Main", environment, arguments);
  }

  private static LauncherProcess start(
      Path folder,
      List<String> options,
      String module,
      String main,
      Map<String, String> environment,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(Path.of("..", module, "target")), main));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new LauncherProcess(builder.start(), out, err);
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The command does not end.");
    }
    return process.exitValue();
  }

  String out() {
    return text(out);
  }

  String err() {
    return text(err);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, as Ctrl-C does. */
  void stop() throws InterruptedException {
    process.destroy();
    exitCode();
  }

  /** Ends it as a power cut does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** What the launcher gives it: no tests. */
  private static String classPath(Path target) {
    try {
      return target.resolve("classes")
          + File.pathSeparator
          + Files.readString(target.resolve("classpath"));
    } catch (IOException e) {
      throw new IllegalStateException("The class path is written when the module is packaged.", e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
