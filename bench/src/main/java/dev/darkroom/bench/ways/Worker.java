package dev.darkroom.bench.ways;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that goes one way, and rests between requests. */
public final class Worker implements AutoCloseable {
  private final Process process;
  private final PrintStream requests;
  private final BufferedReader answers;
  private final String versions;

  private Worker(Process process) throws IOException {
    this.process = process;
    this.requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.versions = answer();
  }

  /**
   * Starts a worker.
   *
   * @param log where what it writes to its standard error goes
   */
  static Worker start(List<String> command, Path log) throws IOException {
    return new Worker(new ProcessBuilder(command).redirectError(log.toFile()).start());
  }

  /** What it runs on. */
  public String versions() {
    return versions;
  }

  /**
   * Makes the renditions of a file so many times.
   *
   * @return the CPU time for one time, in milliseconds: user and system, of all threads but those
   *     that compile for the JVM
   * @throws CannotMake when this way cannot do it
   */
  public double cpuMillis(Path file, int times) throws IOException {
    CpuAccount before = CpuAccount.of(process.pid());
    ask("run", Integer.toString(times), file.toString());
    return CpuAccount.of(process.pid()).since(before) / 1e6 / times;
  }

  /** Makes the renditions of a file and keeps them in a folder. */
  public void save(Path file, Path folder) throws IOException {
    ask("save", file.toString(), folder.toString());
  }

  /** Makes another file of a file; the workers of sharp can. */
  public void convert(Path file, Path target, String kind) throws IOException {
    ask("convert", file.toString(), target.toString(), kind);
  }

  private void ask(String... request) throws IOException {
    requests.println(String.join("\t", request));
    String[] answer = answer().split("\t", 2);
    if (!answer[0].equals("done")) {
      throw new CannotMake(answer.length > 1 ? answer[1] : answer[0]);
    }
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new CannotMake("its process ended");
    }
    return line;
  }

  @Override
  public void close() {
    requests.close();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
