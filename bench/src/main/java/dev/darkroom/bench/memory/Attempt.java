package dev.darkroom.bench.memory;

import dev.darkroom.bench.ways.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What came of one JVM with a given heap.
 *
 * @param exitCode 0 when it made the renditions
 * @param output its peak in KiB, or why it refused the file
 */
record Attempt(int exitCode, String output) {
  private static final long PATIENCE_SECONDS = 120;

  static Attempt of(Path file, int heapMebibytes, boolean pureJava) throws IOException {
    List<String> options = new ArrayList<>(List.of("-Xmx" + heapMebibytes + "m"));
    if (pureJava) {
      options.add(JavaCommand.PURE_JAVA);
    }
    List<String> command = JavaCommand.of(DecodeOnce.class, options);
    command.add(file.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
    byte[] output = process.getInputStream().readAllBytes();
    return new Attempt(process.exitValue(), new String(output, StandardCharsets.UTF_8).strip());
  }

  boolean passed() {
    return exitCode == 0;
  }

  boolean refused() {
    return exitCode == DecodeOnce.REFUSED;
  }

  long peakMebibytes() {
    return Math.round(Long.parseLong(output) / 1024.0);
  }
}
