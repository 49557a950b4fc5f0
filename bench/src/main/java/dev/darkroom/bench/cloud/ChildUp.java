package dev.darkroom.bench.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.api.RunningApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A {@code ./darkroom up} on free ports as a child of this process. What it has to say beside its
 * addresses goes to a file.
 */
public final class ChildUp implements AutoCloseable {
  private static final long STOP_SECONDS = 60;

  private final Process process;
  private final Announced announced;

  private ChildUp(Process process, Announced announced) {
    this.process = process;
    this.announced = announced;
  }

  /**
   * Starts it, and waits until it can be used.
   *
   * @param log where its errors go
   * @param options of {@code up}, beside {@code --port}
   * @throws IOException when it ends instead; the message names the log
   */
  public static ChildUp start(Folders folders, Path log, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(folders.home().resolve("darkroom").toString());
    command.addAll(List.of("up", "--port", "0"));
    command.addAll(options);
    Process process =
        new ProcessBuilder(command)
            .directory(folders.home().toFile())
            .redirectError(log.toFile())
            .start();
    // Also when this process is stopped halfway.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop up"));
    process.getOutputStream().close();
    try {
      return new ChildUp(process, Announced.of(firstLines(process, log)));
    } catch (IOException e) {
      process.destroy();
      throw e;
    }
  }

  private static List<String> firstLines(Process process, Path log) throws IOException {
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    List<String> lines = new ArrayList<>();
    String line;
    do {
      line = out.readLine();
      if (line == null) {
        throw new IOException("`./darkroom up` ended; it wrote " + log);
      }
      lines.add(line);
    } while (!line.contains(Announced.LAST));
    return lines;
  }

  /** The launcher gives its process to Java, so it is the JVM's. */
  public long pid() {
    return process.pid();
  }

  /** CPU time of all its threads, with those of the collector and the compilers. */
  public Duration cpuTime() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  public RunningApi api() {
    return announced.api();
  }

  public StepFunctions states() throws IOException, InterruptedException {
    return StepFunctions.at(announced.states());
  }

  public LabelCalls labelCalls() throws IOException, InterruptedException {
    return LabelCalls.of(announced.rekognition());
  }

  /** Stops it as Ctrl-C does, or by force after a minute. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
