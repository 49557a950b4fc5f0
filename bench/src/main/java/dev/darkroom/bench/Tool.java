package dev.darkroom.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a program of the machine to its end. */
public final class Tool {
  private Tool() {}

  /**
   * Runs a program.
   *
   * @return what it writes
   * @throws IOException when it is not there, or fails; the message names it and its last line
   */
  public static String run(Path folder, List<String> command) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new IOException(command.get(0) + " is not on this machine", e);
    }
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("`" + String.join(" ", command) + "` failed: " + lastLine(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
    return output;
  }

  private static String lastLine(String output) {
    return output.substring(output.lastIndexOf('\n') + 1);
  }
}
